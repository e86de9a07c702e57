package org.byway.model.endpoint;

import org.byway.model.HostPort;
import org.byway.model.Secret;

/** An entry that Byway cannot run yet and keeps whole; its share link may hold keys, so it is a secret. */
public record UnsupportedEndpoint(HostPort server, String protocol, Secret link) implements Endpoint {
    @Override
    public boolean carriesPackets() {
        return false;
    }
}
