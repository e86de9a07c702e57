package org.byway.protocol;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.function.Supplier;
import org.byway.model.Destination;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.net.Blame;
import org.byway.net.Deadlines;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.PacketDialer;
import org.byway.net.ProxyUpstream;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.net.UpstreamFactory;
import org.byway.protocol.http.HttpProxyUpstream;
import org.byway.protocol.shadowsocks.ShadowsocksUpstream;
import org.byway.protocol.socks.Socks4Upstream;
import org.byway.protocol.socks.Socks5Upstream;
import org.byway.protocol.wireguard.WireGuardUpstream;

/**
 * The one list of upstream protocols.
 *
 * @param loops gives the loop on which a tunnel is to live
 */
public record Protocols(Deadlines deadlines, Supplier<EventLoop> loops) implements UpstreamFactory {
    @Override
    public Upstream create(Endpoint endpoint, StreamDialer streams, PacketDialer packets) {
        return switch (endpoint) {
            case Socks5Endpoint socks -> Socks5Upstream.over(streams, packets, socks, deadlines.handshake());
            case Socks4Endpoint socks -> Socks4Upstream.over(streams, socks, deadlines.handshake());
            case HttpProxyEndpoint http -> HttpProxyUpstream.over(streams, http, deadlines.handshake());
            case ShadowsocksEndpoint shadowsocks -> ShadowsocksUpstream.over(streams, packets, shadowsocks);
            case WireGuardEndpoint wireGuard ->
                WireGuardUpstream.over(packets, wireGuard, deadlines.handshake(), loops);
            case UnsupportedEndpoint unknown -> new ProxyUpstream(Protocols::cannotRun);
        };
    }

    private static Future<Channel> cannotRun(Destination to, EventLoop loop) {
        return loop.newFailedFuture(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.UNSUPPORTED));
    }
}
