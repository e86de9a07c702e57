package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.testing.ChannelStream;
import org.byway.testing.Eventually;
import org.byway.testing.LossyDevice.Faults;
import org.byway.testing.PatternStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack against the Linux kernel's TCP, over a TUN device in a namespace of its own. */
@Tag("root")
class KernelTcpTest {
    private static final long MIB = 1024 * 1024;
    private static final int MEASURED_SECONDS = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {KernelTunnel.KERNEL, KernelTunnel.KERNEL_V6})
    void bytesAreTheSameBothWays(String kernel) throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            Measured down = download(tunnel, kernel, 200 * MIB);
            Measured up = upload(tunnel, kernel, KernelPeer.SINK, 200 * MIB);

            System.out.println("kernel " + kernel + ": down " + down + ", up " + up);
        }
    }

    /** At 20 % even two kernels take two minutes for 2 MiB: CUBIC waits for one timeout after the other. */
    @ParameterizedTest
    @CsvSource({"0.01, 16777216, 16777216", "0.05, 16777216, 16777216", "0.2, 131072, 2097152"})
    void bytesAreTheSameThroughLoss(double lost, long kernels, long ours) throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.loss(lost))) {
            tunnel.timeoutsFrom(Duration.ofMillis(10));
            Measured down = download(tunnel, KernelTunnel.KERNEL, kernels);
            Measured up = upload(tunnel, KernelTunnel.KERNEL, KernelPeer.SINK, ours);

            System.out.println("kernel, loss " + lost + ": down " + down + ", up " + up);
        }
    }

    @Test
    void bytesAreTheSameThroughEveryFaultAtOnce() throws Exception {
        Faults faults = new Faults(0.01, 0.02, 0.05, Duration.ofMillis(3), 0.01);
        try (KernelTunnel tunnel = new KernelTunnel(folder, faults)) {
            download(tunnel, KernelTunnel.KERNEL, 8 * MIB);
            upload(tunnel, KernelTunnel.KERNEL, KernelPeer.SINK, 8 * MIB);
        }
    }

    @Test
    void windowThatWasClosedOpensAgain() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            upload(tunnel, KernelTunnel.KERNEL, KernelPeer.SLOW_SINK, 32 * MIB);
        }
    }

    @Test
    void readerThatPausesLosesNothing() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            Channel channel = tunnel.dial(KernelPeer.SOURCE).sync().getNow();
            PatternStream stream = new PatternStream(0);
            channel.writeAndFlush(Unpooled.copyLong(64 * MIB));
            tunnel.loop().submit(() -> stream.over(channel)).sync();
            for (int i = 0; i < 5; i++) {
                channel.config().setAutoRead(false);
                TimeUnit.MILLISECONDS.sleep(400); // the kernel's window probes run in its own time
                channel.config().setAutoRead(true);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Eventually.eventually("the rest has come", () -> stream.isWholeAndEnded(64 * MIB));
            channel.close().sync();
        }
    }

    @Test
    void halfCloseReachesTheOtherSideAndComesBack() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE);
                ChannelStream stream = ChannelStream.over(tunnel.dial(KernelPeer.ECHO).sync().getNow())) {
            stream.send("to and fro").finish();

            assertThat(stream.receiveText(10)).isEqualTo("to and fro");
            Eventually.eventually("the end comes back", stream::isEnded);
            assertThat(stream.isCut()).isFalse();
        }
    }

    @Test
    void resetIsACut() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE);
                ChannelStream stream = ChannelStream.over(tunnel.dial(KernelPeer.RESET).sync().getNow())) {
            stream.send("!");

            Eventually.eventually("the cut is seen", stream::isEnded);
            assertThat(stream.isCut()).isTrue();
        }
    }

    @Test
    void portWhereNobodyListensBlamesTheDestination() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            Future<Channel> dial = tunnel.dial(KernelPeer.NOBODY).await();

            assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class, why -> {
                assertThat(why.blame()).isEqualTo(Blame.DESTINATION);
                assertThat(why.fault()).isEqualTo(Fault.REFUSED);
            });
        }
    }

    @Test
    void narrowerLinkOnTheWayIsFoundByItsRouter() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE);
                Program far = Program.start(folder.resolve("far.log"), tunnel.network()
                        .beyond(KernelTunnel.program()))) {
            tunnel.within("sysctl", "-qw", "net.ipv4.ip_forward=1");
            tunnel.within("ip", "link", "set", "cable", "mtu", "1200");
            tunnel.beyond("ip", "route", "add", "10.8.0.0/24", "via", "198.51.100.2");
            Destination there = Destination.of(Namespace.FAR_ADDRESS, KernelPeer.SINK);
            for (int i = 0; i < 100 && !tunnel.dial(there).await().isSuccess(); i++) {
                TimeUnit.MILLISECONDS.sleep(100); // until it listens
            }
            assertThat(far.process().isAlive()).isTrue();
            upload(tunnel, Namespace.FAR_ADDRESS, KernelPeer.SINK, 8 * MIB);
        }
    }

    @Test
    void thousandFlowsAtOnceLoseNothing() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            int flows = 1_000;
            List<Future<Channel>> dials = new ArrayList<>();
            for (int i = 0; i < flows; i++) {
                dials.add(tunnel.dial(KernelPeer.ECHO));
            }
            List<PatternStream> streams = new ArrayList<>();
            for (Future<Channel> dial : dials) {
                streams.add(new PatternStream(64 * 1024));
                PatternStream stream = streams.getLast();
                Channel channel = dial.sync().getNow();
                tunnel.loop().submit(() -> stream.over(channel));
            }
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < Duration.ofSeconds(60).toNanos()
                    && !streams.stream().allMatch(it -> it.isWholeAndEnded(64 * 1024))) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(streams).allMatch(it -> it.isWholeAndEnded(64 * 1024));
            System.out.println("1000 flows, 64 KiB each both ways: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            dials.forEach(dial -> dial.getNow().close());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 50})
    void pathThatWasAwayIsUsedAgainSoonByUs(int delayMillis) throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, delay(0, delayMillis))) {
            flowing(tunnel, Destination.of(KernelTunnel.KERNEL, KernelPeer.SINK), new PatternStream(Long.MAX_VALUE));
            long millis = awayForTwoSeconds(tunnel, tunnel::arrived); // what a sink says first is that more has come

            System.out.println("again after " + millis + " ms, upload, each way " + delayMillis + " ms");
            assertThat(millis).isLessThan(1_000);
        }
    }

    /** The kernel's own timeout comes after 0.2, 0.6, 1.4, 3.0 s and a round trip more each: it is told that it need not wait. */
    @ParameterizedTest
    @CsvSource({"10.8.0.1, 0", "10.8.0.1, 15", "10.8.0.1, 50", "fd00:8::1, 15"})
    void pathThatWasAwayIsUsedAgainSoonByTheKernel(String kernel, int delayMillis) throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, delay(0, delayMillis))) {
            PatternStream stream = flowing(tunnel, Destination.of(kernel, KernelPeer.SOURCE), new PatternStream(0));
            long millis = awayForTwoSeconds(tunnel, stream::received);

            System.out.println("again after " + millis + " ms, download, each way " + delayMillis + " ms");
            assertThat(millis).isLessThan(1_000);
        }
    }

    /** In the middle of a download large packets vanish, and nobody says so: the kernel is told what fits. */
    @Test
    void downloadWhoseLargePacketsBeginToVanishGoesOn() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            PatternStream stream = flowing(tunnel, Destination.of(KernelTunnel.KERNEL, KernelPeer.SOURCE),
                    new PatternStream(0));
            tunnel.narrow(1_200);
            long before = stream.received();
            long begun = System.nanoTime();

            Eventually.eventually("it goes on", () -> stream.received() > before + 8 * MIB);
            System.out.println("narrower on the way: on after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        }
    }

    private static Faults delay(double lost, int delayMillis) {
        return new Faults(lost, 0, delayMillis == 0 ? 0 : 1, Duration.ofMillis(delayMillis), 0);
    }

    private static PatternStream flowing(KernelTunnel tunnel, Destination to, PatternStream stream) throws Exception {
        begin(tunnel, to, stream);
        Eventually.eventually("it flows", () -> stream.received() + stream.sent() > MIB);
        return stream;
    }

    private static void begin(KernelTunnel tunnel, Destination to, PatternStream stream) throws Exception {
        Channel channel = tunnel.dial(to).sync().getNow();
        if (to.port() == KernelPeer.SOURCE) {
            channel.writeAndFlush(Unpooled.copyLong(Long.MAX_VALUE));
        }
        tunnel.loop().submit(() -> stream.over(channel)).sync();
    }

    /** How long it takes from the path's return until more has passed, in milliseconds. */
    private static long awayForTwoSeconds(KernelTunnel tunnel, LongSupplier passed) throws Exception {
        tunnel.cut(true);
        TimeUnit.SECONDS.sleep(2); // the time of the mark, and of the kernel
        long before = passed.getAsLong();
        tunnel.cut(false);
        long back = System.nanoTime();
        Eventually.eventually("it flows again", () -> passed.getAsLong() > before);
        return (System.nanoTime() - back) / 1_000_000;
    }

    /** Eight flows each way for so long, far enough from their beginning; what ours carry beside what the kernel's do. */
    @ParameterizedTest
    @CsvSource({"0.01, 10, 0.7", "0.01, 50, 0.7", "0.05, 10, 0.7", "0.05, 50, 0.7"})
    void ourSendingIsAsFastAsTheKernelsThroughLoss(double lost, int delayMillis, double atLeast) throws Exception {
        long kernels = carried(lost, delayMillis, KernelPeer.SOURCE);
        long ours = carried(lost, delayMillis, KernelPeer.SINK);

        System.out.println("loss " + lost + ", round trip " + 2 * delayMillis + " ms: ours " + ours / MEASURED_SECONDS
                + " bytes/s, the kernel's " + kernels / MEASURED_SECONDS);
        assertThat((double) ours / kernels).isGreaterThan(atLeast);
    }

    private long carried(double lost, int delayMillis, int port) throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, delay(lost, delayMillis))) {
            List<PatternStream> streams = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                streams.add(new PatternStream(port == KernelPeer.SINK ? Long.MAX_VALUE : 0));
                begin(tunnel, Destination.of(KernelTunnel.KERNEL, port), streams.getLast());
            }
            TimeUnit.SECONDS.sleep(3);
            long before = passed(streams);
            TimeUnit.SECONDS.sleep(MEASURED_SECONDS);
            return passed(streams) - before;
        }
    }

    private static long passed(List<PatternStream> streams) {
        return streams.stream().mapToLong(it -> it.sent() + it.received()).sum();
    }

    @Test
    void roundTripIsShort() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE);
                ChannelStream stream = ChannelStream.over(tunnel.dial(KernelPeer.ECHO).sync().getNow())) {
            long[] nanos = new long[2_000];
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                stream.send("x");
                while (stream.received() <= i) {
                    Thread.onSpinWait();
                }
                nanos[i] = System.nanoTime() - begun;
            }
            Arrays.sort(nanos);
            System.out.println("round trip p50 " + nanos[nanos.length / 2] / 1_000 + " us, p99 "
                    + nanos[nanos.length * 99 / 100] / 1_000 + " us");
            assertThat(nanos[nanos.length / 2]).isLessThan(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** How fast it was. */
    private record Measured(long bytes, long nanos) {
        @Override
        public String toString() {
            return bytes * 8 * 1_000_000 / nanos + " kbit/s";
        }
    }

    private static Measured download(KernelTunnel tunnel, String from, long bytes) throws Exception {
        Channel channel = tunnel.dial(Destination.of(from, KernelPeer.SOURCE)).sync().getNow();
        long begun = System.nanoTime();
        channel.writeAndFlush(Unpooled.copyLong(bytes));
        PatternStream stream = new PatternStream(0);
        tunnel.loop().submit(() -> stream.over(channel)).sync();
        await(stream, bytes);
        channel.close().sync();
        return new Measured(bytes, System.nanoTime() - begun);
    }

    private static Measured upload(KernelTunnel tunnel, String to, int port, long bytes) throws Exception {
        Channel channel = tunnel.dial(Destination.of(to, port)).sync().getNow();
        long begun = System.nanoTime();
        AnsweredStream stream = new AnsweredStream(bytes);
        tunnel.loop().submit(() -> stream.over(channel)).sync();
        Eventually.eventually(Duration.ofMinutes(2), stream::toString, () -> stream.answer() >= 0);
        channel.close().sync();

        assertThat(stream.answer()).isEqualTo(bytes);
        return new Measured(bytes, System.nanoTime() - begun);
    }

    private static void await(PatternStream stream, long bytes) {
        Eventually.eventually(Duration.ofMinutes(2), stream::toString, () -> stream.isWholeAndEnded(bytes));
    }
}
