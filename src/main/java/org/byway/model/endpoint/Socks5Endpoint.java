package org.byway.model.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;

/** A SOCKS5 proxy (RFC 1928), with or without a login (RFC 1929). */
public record Socks5Endpoint(HostPort server, Optional<Login> login) implements Endpoint {
    private static final int MAX_LOGIN_BYTES = 255;

    /** @throws InvalidValueException where name or password is too long for RFC 1929, section 2 */
    public Socks5Endpoint {
        login.ifPresent(it -> {
            requireFits(it.user(), Problem.USER_TOO_LONG);
            requireFits(it.password().reveal(), Problem.PASSWORD_TOO_LONG);
        });
    }

    @Override
    public String protocol() {
        return "socks5";
    }

    @Override
    public boolean carriesPackets() {
        return true;
    }

    private static void requireFits(String text, Problem otherwise) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_LOGIN_BYTES) {
            throw new InvalidValueException(otherwise);
        }
    }
}
