package org.byway.protocol.socks;

import java.time.Duration;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.HandshakeDialer;
import org.byway.net.ProxyUpstream;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;

/** Makes upstreams of SOCKS5 proxies. */
public final class Socks5Upstream {
    private Socks5Upstream() {}

    public static Upstream over(StreamDialer carrier, Socks5Endpoint endpoint, Duration deadline) {
        return new ProxyUpstream(new HandshakeDialer(carrier, endpoint.server(),
                to -> new Socks5Handshake(to, endpoint.login(), deadline)));
    }
}
