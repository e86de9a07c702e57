package org.byway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.endpoint.Login;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.byway.net.Upstream;
import org.byway.testing.LoopbackServer;
import org.byway.testing.RecordingDialer;

/** A scripted server on the loopback, and dials to it that are remembered. */
public final class DialWorld implements AutoCloseable {
    private final EventLoops loops = new EventLoops();
    private final LoopbackServer server = new LoopbackServer(LoopbackServer.Temper.CLOSES);
    private final RecordingDialer carrier = new RecordingDialer(new ServerDialer(Duration.ofSeconds(5)));
    private Duration deadline = Duration.ofSeconds(8);

    public DialWorld serve(LoopbackServer.Temper temper) {
        server.become(temper);
        return this;
    }

    /** Dials have a short deadline from here on. */
    public DialWorld impatient() {
        deadline = Duration.ofMillis(150);
        return this;
    }

    public void serverGone() {
        server.close();
    }

    public LoopbackServer server() {
        return server;
    }

    public RecordingDialer carrier() {
        return carrier;
    }

    public Upstream upstream(ProxyScript script, Optional<Login> login) {
        return script.upstream(carrier, server.address(), login, deadline);
    }

    public Future<Channel> dial(ProxyScript script, Optional<Login> login, Destination to) {
        return upstream(script, login).streams().dial(to, loops.next());
    }

    @Override
    public void close() {
        assertThat(server.faults()).isEmpty();
        carrier.opened().forEach(channel -> channel.close().syncUninterruptibly());
        server.close();
        loops.close();
    }
}
