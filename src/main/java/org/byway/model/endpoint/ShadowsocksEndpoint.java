package org.byway.model.endpoint;

import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;

/** A Shadowsocks server with an AEAD method (SIP004). */
public record ShadowsocksEndpoint(HostPort server, ShadowsocksMethod method, Secret password) implements Endpoint {
    /** @throws InvalidValueException where the password is empty, which no server takes */
    public ShadowsocksEndpoint {
        if (password.isEmpty()) {
            throw new InvalidValueException(Problem.EMPTY_PASSWORD);
        }
    }

    @Override
    public String protocol() {
        return "shadowsocks";
    }

    @Override
    public boolean carriesPackets() {
        return true;
    }
}
