package org.byway.fetch;

import java.util.Map;
import java.util.Optional;
import org.byway.model.HostPort;

/** What a server gave: the headers, with names in lower case, and the body as it is after decompressing. */
public final class Fetched {
    private final HostPort server;
    private final Map<String, String> headers;
    private final byte[] body;

    Fetched(HostPort server, Map<String, String> headers, byte[] body) {
        this.server = server;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** The server that gave it, which after a redirect is not the one that was asked. */
    public HostPort server() {
        return server;
    }

    /** @param name in lower case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body itself, not a copy. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return body.length + " bytes from " + server;
    }
}
