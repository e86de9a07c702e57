package org.byway.protocol.http;

import java.time.Duration;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.net.HandshakeDialer;
import org.byway.net.ProxyUpstream;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.transport.tls.TlsDialer;

/** Makes upstreams of HTTP proxies, with TLS on the way to them or without. */
public final class HttpProxyUpstream {
    private HttpProxyUpstream() {}

    public static Upstream over(StreamDialer carrier, HttpProxyEndpoint endpoint, Duration deadline) {
        return endpoint.tls()
                .map(tls -> ProxyUpstream.overTls(connect(new TlsDialer(carrier, tls, deadline), endpoint, deadline)))
                .orElseGet(() -> new ProxyUpstream(connect(carrier, endpoint, deadline)));
    }

    private static StreamDialer connect(StreamDialer way, HttpProxyEndpoint endpoint, Duration deadline) {
        return new HandshakeDialer(way, endpoint.server(),
                to -> new HttpConnectHandshake(to, endpoint.login(), deadline));
    }
}
