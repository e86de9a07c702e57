package org.byway.testing;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.PacketDialer;
import org.byway.net.Stage;

/** Ways for datagrams that are opened as a test says; used on the test's thread. */
public final class FakePackets implements PacketDialer {
    private final TestScheduler time;
    private final List<Promise<Channel>> asked = new ArrayList<>();
    private final List<EmbeddedDuplex> opened = new ArrayList<>();
    private Answer answer = this::open;

    /** What becomes of a dial. */
    @FunctionalInterface
    public interface Answer {
        void to(Promise<Channel> dial);
    }

    public FakePackets(TestScheduler time) {
        this.time = time;
    }

    /** What an upstream says that carries none. */
    public static PacketDialer none() {
        return loop -> loop.newFailedFuture(new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.UNSUPPORTED));
    }

    public FakePackets opens() {
        answer = this::open;
        return this;
    }

    public FakePackets fails(DialException why) {
        answer = dial -> dial.tryFailure(why);
        return this;
    }

    /** Dials wait until {@link #open} is called. */
    public FakePackets waits() {
        answer = dial -> {};
        return this;
    }

    public void open(Promise<Channel> dial) {
        EmbeddedDuplex channel = time.channel();
        opened.add(channel);
        if (!dial.trySuccess(channel)) {
            channel.close();
        }
    }

    public List<Promise<Channel>> asked() {
        return asked;
    }

    public List<EmbeddedDuplex> opened() {
        return opened;
    }

    @Override
    public Future<Channel> open(EventLoop loop) {
        Promise<Channel> dial = loop.newPromise();
        asked.add(dial);
        answer.to(dial);
        return dial;
    }
}
