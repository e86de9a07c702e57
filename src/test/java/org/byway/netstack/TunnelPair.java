package org.byway.netstack;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.netstack.tcp.TestServer;
import org.byway.testing.LossyDevice;
import org.byway.testing.LossyDevice.Faults;
import org.byway.testing.PacketCable;
import org.byway.testing.PatternStream;
import org.byway.testing.TestScheduler;

/** A stack and a server joined by a cable with faults, in virtual time. */
final class TunnelPair implements AutoCloseable {
    static final Destination SERVER = Destination.of("198.51.100.7", 443);
    static final TunnelAddresses ADDRESSES = new TunnelAddresses(
            List.of(InetAddress.ofLiteral("10.8.0.2"), InetAddress.ofLiteral("fd00::2")),
            List.of(InetAddress.ofLiteral("10.8.0.1")));

    final TestScheduler time = new TestScheduler();
    final EventLoop loop = time.loop();
    final PacketCable cable;
    final TunnelStack stack;
    final TestServer server;
    final List<Channel> accepted = new ArrayList<>();

    TunnelPair(PacketCable.Terms terms, Faults faults, long seed) {
        cable = new PacketCable(loop, terms);
        Random random = new Random(seed);
        stack = new TunnelStack(new LossyDevice(cable.near(), faults, loop, random), ADDRESSES, loop, random);
        server = new TestServer(cable.far(), loop, random, accepted::add);
    }

    static TunnelPair withDelay(Duration delay) {
        return new TunnelPair(PacketCable.Terms.of(delay), Faults.NONE, 1);
    }

    /** Opens a connection and waits for it. */
    Channel connect() {
        return connect(SERVER);
    }

    Channel connect(Destination to) {
        Future<Channel> dial = stack.streams().dial(to, loop);
        for (int i = 0; i < 100 && !dial.isDone(); i++) {
            time.advance(Duration.ofMillis(200));
        }
        return dial.getNow();
    }

    /** Sends patterns both ways until both have ended, at most for so long. */
    List<PatternStream> exchange(long up, long down, Duration patience) {
        Channel near = connect();
        for (int i = 0; i < 100 && accepted.isEmpty(); i++) {
            time.advance(Duration.ofMillis(200));
        }
        PatternStream far = new PatternStream(down).over(accepted.getLast());
        PatternStream own = new PatternStream(up).over(near);
        long seconds = 0;
        while (seconds++ < patience.toSeconds() && !(own.isWholeAndEnded(down) && far.isWholeAndEnded(up))) {
            time.advance(Duration.ofSeconds(1));
        }
        return List.of(own, far);
    }

    @Override
    public void close() {
        accepted.forEach(Channel::close);
        stack.close();
        time.run();
        time.advance(Duration.ofMinutes(2));
        time.close();
    }
}
