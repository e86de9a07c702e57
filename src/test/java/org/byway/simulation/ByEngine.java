package org.byway.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.engine.network.NetworkMemory;
import org.byway.engine.probing.FetchProber;
import org.byway.fetch.WebAddress;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.network.NetworkSight;
import org.byway.net.Deadlines;
import org.byway.net.FlowHandler;
import org.byway.testing.FakeInbound;

/** Byway as it is: its engine with its prober, with nothing known. */
final class ByEngine {
    private static final HostPort LOCAL = new HostPort("127.0.0.1", 1080);
    private static final List<WebAddress> TARGETS = List.of(target("one.example"), target("two.example"),
            target("three.example"), target("four.example"));

    private ByEngine() {}

    static FlowHandler start(Contender.Setting setting) {
        VirtualLoop loop = setting.loop();
        List<FakeInbound> inbounds = new ArrayList<>();
        Engine engine = new Engine(new Engine.Parts(loop, loop.clock(), setting.wire()::upstream, (outbound, login) -> {
            inbounds.add(new FakeInbound(outbound));
            return inbounds.getLast();
        }, new FetchProber(loop, () -> TARGETS), () -> CompletableFuture.completedStage(NetworkSight.NOTHING),
                NetworkMemory.NONE, Deadlines.DEFAULT.flow(), setting.random()));
        engine.replace(setting.list().stream().map(Server::entry).toList());
        engine.start(new ListenAt.Exactly(LOCAL, Optional.empty()));
        loop.runUntil(loop.now());
        return inbounds.getLast().flows();
    }

    private static WebAddress target(String host) {
        return new WebAddress(false, new HostPort(host, 80), Secret.of("/"), Optional.empty());
    }
}
