package org.byway.model.endpoint;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.carrier.TlsOptions;

/**
 * An HTTP proxy that answers CONNECT (RFC 9110, section 9.3.6), with or without a Basic login (RFC 7617).
 *
 * @param tls present where the way to the proxy itself is protected
 */
public record HttpProxyEndpoint(HostPort server, Optional<Login> login, Optional<TlsOptions> tls) implements Endpoint {
    /** @throws InvalidValueException where the user name has a colon, which RFC 7617, section 2 forbids */
    public HttpProxyEndpoint {
        login.ifPresent(it -> {
            if (it.user().indexOf(':') >= 0) {
                throw new InvalidValueException(Problem.COLON_IN_USER);
            }
        });
    }

    /** One without TLS. */
    public HttpProxyEndpoint(HostPort server, Optional<Login> login) {
        this(server, login, Optional.empty());
    }

    /** Where anybody may pose as the server, the word says so wherever it is shown. */
    @Override
    public String protocol() {
        return tls.map(it -> it.allowsAnyCertificate() ? "https-insecure" : "https").orElse("http");
    }

    @Override
    public boolean carriesPackets() {
        return false;
    }
}
