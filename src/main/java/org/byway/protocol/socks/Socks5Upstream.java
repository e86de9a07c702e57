package org.byway.protocol.socks;

import java.time.Duration;
import java.util.Optional;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.HandshakeDialer;
import org.byway.net.PacketDialer;
import org.byway.net.ProxyUpstream;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;

/** Makes upstreams of SOCKS5 proxies. */
public final class Socks5Upstream {
    private Socks5Upstream() {}

    public static Upstream over(StreamDialer streams, PacketDialer packets, Socks5Endpoint endpoint,
            Duration deadline) {
        return new ProxyUpstream(
                new HandshakeDialer(streams, endpoint.server(),
                        to -> Socks5Handshake.connect(to, endpoint.login(), deadline)),
                Optional.of(new Socks5PacketDialer(streams, packets, endpoint, deadline)));
    }
}
