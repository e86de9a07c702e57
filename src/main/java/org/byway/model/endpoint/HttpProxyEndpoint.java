package org.byway.model.endpoint;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;

/** An HTTP proxy that answers CONNECT (RFC 9110, section 9.3.6), with or without a Basic login (RFC 7617). */
public record HttpProxyEndpoint(HostPort server, Optional<Login> login) implements Endpoint {
    /** @throws InvalidValueException where the user name has a colon, which RFC 7617, section 2 forbids */
    public HttpProxyEndpoint {
        login.ifPresent(it -> {
            if (it.user().indexOf(':') >= 0) {
                throw new InvalidValueException(Problem.COLON_IN_USER);
            }
        });
    }

    @Override
    public String protocol() {
        return "http";
    }

    @Override
    public boolean carriesPackets() {
        return false;
    }
}
