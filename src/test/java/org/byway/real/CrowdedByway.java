package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.byway.bench.LoadServer;
import org.byway.bench.Stream;
import org.byway.load.MortalUpstream;
import org.byway.load.Opening;
import org.byway.load.Vitals;

/** A Byway over one upstream, in a process of its own, with one stream that must go on whatever the others do. */
final class CrowdedByway implements AutoCloseable {
    /** A SOCKS5 greeting and a request for 192.0.2.7:80. */
    static final byte[] REQUEST = {5, 1, 0, 5, 1, 0, 1, (byte) 192, 0, 2, 7, 0, 80};

    final MortalUpstream upstream;
    final RunningByway byway;
    private final Socket socket;
    private final Stream undisturbed;
    private final Vitals before;

    CrowdedByway(Path folder, int descriptors) throws IOException, InterruptedException {
        upstream = new MortalUpstream();
        String line = "socks5://127.0.0.1:" + upstream.port();
        byway = descriptors == 0
                ? RunningByway.with(folder, line)
                : RunningByway.withDescriptors(folder, descriptors, line);
        exchangeAnew();
        socket = Opening.SOCKS5.open(byway.chain(), "undisturbed.example");
        undisturbed = Stream.over(socket, LoadServer.ECHO);
        undisturbed.exchange(1);
        Vitals.of(byway.chain(), 0); // opens what the process keeps for those who ask it
        TimeUnit.SECONDS.sleep(1); // a stream that has ended lets its descriptors go
        before = vitals();
    }

    Crowd crowd() {
        return new Crowd(byway.chain());
    }

    Vitals vitals() throws IOException, InterruptedException {
        return Vitals.of(byway.chain(), 0);
    }

    void requireUndisturbed() throws IOException {
        long begun = System.nanoTime();
        undisturbed.exchange(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    /** A stream of a program that comes now. */
    void exchangeAnew() throws IOException {
        try (Socket anew = Opening.SOCKS5.open(byway.chain(), "anew.example")) {
            Stream.over(anew, LoadServer.ECHO).exchange(3);
        }
    }

    /** Memory in use is about what it was, as is the memory that the system gave. */
    void requireMemoryIsFlat(double heapMegabytes, double residentMegabytes) throws IOException, InterruptedException {
        Vitals now = vitals();
        assertThat(now.heapMegabytes()).isLessThan(before.heapMegabytes() + heapMegabytes);
        assertThat(now.residentMegabytes()).isLessThan(before.residentMegabytes() + residentMegabytes);
    }

    /** Programs are served, once those of the crowd that still wait to be accepted are through, and every descriptor is back. */
    void requireRecovered() throws IOException {
        eventually("a program is served", this::isServing);
        requireUndisturbed();
        eventually("descriptors as before", () -> descriptors(byway) <= before.descriptors());
    }

    private boolean isServing() {
        try {
            exchangeAnew();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    static int descriptors(RunningByway byway) {
        try {
            return Vitals.descriptors(byway.chain().proxy().pid());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        byway.close();
        upstream.close();
    }
}
