package org.byway.importer;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.UnsupportedEndpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server in {@code vmess://} links, whose whole body is Base64 of an object. */
final class WrappedLinks {
    private static final JsonMapper JSON = new JsonMapper();

    private WrappedLinks() {}

    /** Absent where the link is not of this kind. */
    static Optional<Found> read(LinkParts parts, String link) throws RejectedException {
        if (parts.scheme().equals("vmess")) {
            JsonNode body = Base64Text.decode(body(parts)).flatMap(WrappedLinks::object)
                    .orElseThrow(() -> new RejectedException(Rejection.UNREADABLE_LINK));
            HostPort server = Hosts.require(HostPort.parse(bracketed(body.path("add").asString("")) + ":"
                    + body.path("port").asString("")));
            return Optional.of(new Found(new UnsupportedEndpoint(server, "vmess", Secret.of(link)),
                    body.path("ps").asString(parts.name())));
        }
        return Optional.empty();
    }

    private static String body(LinkParts parts) {
        return parts.address() + parts.path();
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
