package org.byway.model.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;

/**
 * A SOCKS4 proxy.
 *
 * @param userId     what it knows its users by, and all that it asks; some take it for a password
 * @param takesNames whether it knows the extension 4A, by which a destination may be a name
 */
public record Socks4Endpoint(HostPort server, Optional<Secret> userId, boolean takesNames) implements Endpoint {
    private static final int MAX_USER_ID_BYTES = 255;

    /** @throws InvalidValueException where the user id has a zero byte, which ends it, or is longer than servers read */
    public Socks4Endpoint {
        userId.map(Secret::reveal).ifPresent(it -> {
            if (it.indexOf(0) >= 0) {
                throw new InvalidValueException(Problem.ZERO_IN_USER);
            }
            if (it.getBytes(StandardCharsets.UTF_8).length > MAX_USER_ID_BYTES) {
                throw new InvalidValueException(Problem.USER_TOO_LONG);
            }
        });
    }

    @Override
    public String protocol() {
        return takesNames ? "socks4a" : "socks4";
    }

    @Override
    public boolean carriesPackets() {
        return false;
    }
}
