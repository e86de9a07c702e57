package org.byway.protocol.socks;

import java.time.Duration;
import org.byway.model.Destination;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.net.HandshakeDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;

/** A SOCKS4 proxy, which reaches IPv4 addresses, and names where it knows the extension 4A. */
public record Socks4Upstream(StreamDialer streams, boolean takesNames) implements Upstream {
    public static Upstream over(StreamDialer carrier, Socks4Endpoint endpoint, Duration deadline) {
        return new Socks4Upstream(new HandshakeDialer(carrier, endpoint.server(),
                to -> new Socks4Handshake(to, endpoint.userId(), deadline)), endpoint.takesNames());
    }

    /** An address of 0.0.0.x cannot be asked for: it would say that a name follows. */
    @Override
    public boolean reaches(Destination to) {
        if (to.address().isIpv6()) {
            return false;
        }
        return to.address().isAddress() ? !to.host().startsWith("0.0.0.") : takesNames;
    }
}
