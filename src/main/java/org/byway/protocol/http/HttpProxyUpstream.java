package org.byway.protocol.http;

import java.time.Duration;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.net.HandshakeDialer;
import org.byway.net.ProxyUpstream;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;

/** Makes upstreams of HTTP proxies. */
public final class HttpProxyUpstream {
    private HttpProxyUpstream() {}

    public static Upstream over(StreamDialer carrier, HttpProxyEndpoint endpoint, Duration deadline) {
        return new ProxyUpstream(new HandshakeDialer(carrier, endpoint.server(),
                to -> new HttpConnectHandshake(to, endpoint.login(), deadline)));
    }
}
