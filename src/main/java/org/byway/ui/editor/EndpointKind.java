package org.byway.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;

/** A kind of endpoint that can be made by hand: each that Byway runs. */
record EndpointKind(Class<?> type) {
    private static final String ENDING = "Endpoint";

    static List<EndpointKind> all() {
        return Arrays.stream(Endpoint.class.getPermittedSubclasses())
                .filter(type -> type != UnsupportedEndpoint.class).map(EndpointKind::new).toList();
    }

    /** As the key of its label ends: {@code http-proxy}. */
    String word() {
        String name = type.getSimpleName();
        return name.substring(0, name.length() - ENDING.length()).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
