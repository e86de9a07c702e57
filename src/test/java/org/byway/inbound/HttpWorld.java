package org.byway.inbound;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Flow;
import org.byway.net.Outbound;
import org.byway.net.Relay;
import org.byway.net.ServerDialer;
import org.byway.net.TrafficMeter;
import org.byway.testing.Conversation;
import org.byway.testing.FakePackets;
import org.byway.testing.LoopbackServer;

/** The proxy with scripted sites behind it, each reached by its name on port 80. */
final class HttpWorld implements AutoCloseable {
    final List<Channel> flows = new CopyOnWriteArrayList<>();
    private final EventLoops loops = new EventLoops();
    private final ServerDialer dialer = new ServerDialer(Duration.ofSeconds(5));
    private final Map<Destination, LoopbackServer> sites = new ConcurrentHashMap<>();
    private final MixedInbound inbound;
    private final HostPort address;

    HttpWorld() {
        this(Optional.empty());
    }

    HttpWorld(Optional<Login> login) {
        inbound = new MixedInbound(loops, new Outbound(this::open, FakePackets.none()),
                new InboundSettings(Duration.ofSeconds(10), login, 1000));
        address = inbound.bindAnywhere("127.0.0.1").syncUninterruptibly().getNow();
    }

    LoopbackServer site(String name, LoopbackServer.Temper temper) {
        LoopbackServer site = new LoopbackServer(temper);
        sites.put(Destination.of(name, 80), site);
        return site;
    }

    Conversation program() throws IOException {
        return Conversation.with(address);
    }

    HostPort address() {
        return address;
    }

    @Override
    public void close() {
        inbound.close().syncUninterruptibly();
        sites.values().forEach(LoopbackServer::close);
        loops.close();
    }

    private void open(Flow flow) {
        flows.add(flow.client());
        HostPort site = Optional.ofNullable(sites.get(flow.to())).map(LoopbackServer::address)
                .orElse(flow.to().address());
        dialer.dial(new Destination(site), flow.client().eventLoop()).addListener((Future<Channel> dialled) -> {
            if (dialled.isSuccess()) {
                flow.reply().succeeded();
                Relay.join(flow.client(), dialled.getNow(), new TrafficMeter());
            } else {
                flow.reply().failed((DialException) dialled.cause());
            }
        });
    }
}
