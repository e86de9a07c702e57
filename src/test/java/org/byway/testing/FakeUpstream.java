package org.byway.testing;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.PacketDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;

/** An upstream whose dials are answered as a test says; used on the test's thread. */
public final class FakeUpstream implements Upstream {
    private static final Destination PROBED = Destination.of("probed.example", 443);

    private final TestScheduler time;
    private final List<Dial> dials = new ArrayList<>();
    private final List<EmbeddedDuplex> opened = new ArrayList<>();
    private Answer answer;
    private Optional<PacketDialer> packets = Optional.empty();
    private OptionalLong freezesAfter = OptionalLong.empty();
    private int closings;
    private boolean confirms = true;
    private boolean cuts;
    private int streamsAtOnce = Integer.MAX_VALUE;

    /** What becomes of a dial. */
    @FunctionalInterface
    public interface Answer {
        void to(Dial dial);
    }

    /** One call of the dialer. */
    public record Dial(Destination to, EventLoop loop, Promise<Channel> promise) {}

    public FakeUpstream(TestScheduler time) {
        this.time = time;
        answer = this::open;
    }

    /** A dial that opens says nothing of the destination. */
    public FakeUpstream unconfirmed() {
        confirms = false;
        return this;
    }

    public FakeUpstream bears(int streams) {
        streamsAtOnce = streams;
        return this;
    }

    /** Every dial opens. */
    public FakeUpstream opens() {
        answer = this::open;
        return this;
    }

    public FakeUpstream opensAfter(Duration delay) {
        answer = dial -> later(dial, delay, () -> open(dial));
        return this;
    }

    public FakeUpstream fails(DialException why) {
        answer = dial -> dial.promise().tryFailure(why);
        return this;
    }

    public FakeUpstream failsAfter(Duration delay, DialException why) {
        answer = dial -> later(dial, delay, () -> dial.promise().tryFailure(why));
        return this;
    }

    public FakeUpstream carries(PacketDialer datagrams) {
        packets = Optional.of(datagrams);
        return this;
    }

    /** Every stream that opens is cut before it is given a byte. */
    public FakeUpstream cuts() {
        cuts = true;
        return this;
    }

    /** No dial is ever answered. */
    public FakeUpstream silent() {
        answer = dial -> {};
        return this;
    }

    /** Answers a dial that waits. */
    public void open(Dial dial) {
        EmbeddedDuplex channel = time.channel();
        opened.add(channel);
        if (cuts) {
            channel.cut();
        }
        if (!dial.promise().trySuccess(channel)) {
            channel.close();
        }
    }

    /** Every stream stops after so many bytes, where a test looks that far. */
    public FakeUpstream freezesAfter(long bytes) {
        freezesAfter = OptionalLong.of(bytes);
        return this;
    }

    public OptionalLong freezesAfter() {
        return freezesAfter;
    }

    /** A dial as a probe makes it, which is no program's. */
    public Future<Channel> probe() {
        Dial dial = new Dial(PROBED, time.loop(), time.loop().newPromise());
        dial.promise().addListener(done -> opened.removeIf(it -> Objects.equals(it, dial.promise().getNow())));
        answer.to(dial);
        return dial.promise();
    }

    public List<Dial> dials() {
        return dials;
    }

    /** The channels that dials were answered with. */
    public List<EmbeddedDuplex> opened() {
        return opened;
    }

    public int closings() {
        return closings;
    }

    @Override
    public Future<Void> start() {
        return time.loop().newSucceededFuture(null);
    }

    @Override
    public StreamDialer streams() {
        return (to, loop) -> {
            Dial dial = new Dial(to, loop, loop.newPromise());
            dials.add(dial);
            answer.to(dial);
            return dial.promise();
        };
    }

    @Override
    public Optional<PacketDialer> packets() {
        return packets;
    }

    @Override
    public boolean reaches(Destination to) {
        return true;
    }

    @Override
    public boolean confirms() {
        return confirms;
    }

    @Override
    public int streamsAtOnce() {
        return streamsAtOnce;
    }

    @Override
    public Future<Void> close() {
        closings++;
        return time.loop().newSucceededFuture(null);
    }

    private static void later(Dial dial, Duration delay, Runnable then) {
        dial.loop().schedule(then, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
