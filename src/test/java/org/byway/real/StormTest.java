package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.bench.LoadServer;
import org.byway.load.Opening;
import org.byway.load.Vitals;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Peers in great number or of bad manners: memory stays flat, descriptors come back, others go on. */
@Tag("real")
@Timeout(180)
class StormTest {
    private static final int CONNECTIONS = 10_000;
    private static final int RUDE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The answers to a SOCKS5 greeting and request. */
    private static final byte[] YES = {5, 0, 5, 0};
    /** What the tests themselves need of this process's descriptors. */
    private static final int SPARE = 500;

    @TempDir
    Path folder = Path.of("");

    /** At once, where this process may have as many descriptors; otherwise as many at once as it may have. */
    @Test
    void tenThousandConnectionsOpenedAndDroppedAtOnceLeaveNothing() throws Exception {
        long descriptors = ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getMaxFileDescriptorCount();
        int atOnce = (int) Math.min(CONNECTIONS, descriptors - SPARE);
        try (CrowdedByway world = new CrowdedByway(folder, 0)) {
            for (int opened = 0; opened < CONNECTIONS; opened += atOnce) {
                try (Crowd crowd = world.crowd()) {
                    int share = Math.min(atOnce, CONNECTIONS - opened) / 10;
                    crowd.grow(8 * share).grow(share, (byte) 5, (byte) 1).grow(share, CrowdedByway.REQUEST);
                    world.requireUndisturbed();
                }
            }
            world.requireRecovered();
            world.requireMemoryIsFlat(15, 150);
        }
    }

    @Test
    void clientsThatNeverReadTakeABoundedPieceOfMemory() throws Exception {
        try (CrowdedByway world = new CrowdedByway(folder, 0)) {
            try (Crowd crowd = world.crowd().grow(RUDE, CrowdedByway.REQUEST)) {
                assertThat(crowd.answeredWith(PATIENCE, YES)).isEqualTo(RUDE);
                crowd.ask(LoadServer.SEND);
                TimeUnit.SECONDS.sleep(2); // what they do not read has filled what it can fill
                world.requireUndisturbed();
                world.requireMemoryIsFlat(15, 150);
            }
            world.requireRecovered();
        }
    }

    @Test
    void serversThatNeverReadTakeABoundedPieceOfMemory() throws Exception {
        try (CrowdedByway world = new CrowdedByway(folder, 0)) {
            // the load server reads the stream of one that asks for bytes no further
            try (Crowd crowd = world.crowd().grow(RUDE, CrowdedByway.REQUEST)) {
                assertThat(crowd.answeredWith(PATIENCE, YES)).isEqualTo(RUDE);
                crowd.ask(LoadServer.SEND);
                long pushed = crowd.pushAll();
                TimeUnit.SECONDS.sleep(1);
                pushed += crowd.pushAll();

                assertThat(pushed / RUDE).as("bytes of each until it is held back").isBetween(64L << 10, 32L << 20);
                world.requireUndisturbed();
                world.requireMemoryIsFlat(15, 150);
            }
            world.requireRecovered();
        }
    }

    @Test
    void clientsThatAreSilentForEverAfterTheirRequestDisturbNobody() throws Exception {
        try (CrowdedByway world = new CrowdedByway(folder, 0)) {
            try (Crowd crowd = world.crowd().grow(10 * RUDE, CrowdedByway.REQUEST)) {
                assertThat(crowd.answeredWith(PATIENCE, YES)).isEqualTo(10 * RUDE);
                world.requireUndisturbed();
                world.exchangeAnew();
            }
            world.requireRecovered();
        }
    }

    @Test
    void serverThatIsSilentAfterItAcceptsIsLeftAtTheDeadline() throws Exception {
        try (LoopbackServer silent = new LoopbackServer(LoopbackServer.Temper.SILENT);
                RunningByway byway = RunningByway.with(folder, "socks5://" + silent.address());
                Crowd crowd = new Crowd(byway.chain())) {
            Vitals.of(byway.chain(), 0);
            int before = CrowdedByway.descriptors(byway);
            crowd.grow(50, CrowdedByway.REQUEST);

            assertThat(crowd.answeredWith(PATIENCE, (byte) 5, (byte) 0, (byte) 5, (byte) 1)).isEqualTo(50);
            eventually("descriptors as before",
                    () -> CrowdedByway.descriptors(byway) <= before);
        }
    }

    @Test
    void resetsInTheMiddleLeaveNothing() throws Exception {
        try (CrowdedByway world = new CrowdedByway(folder, 0)) {
            for (int round = 0; round < 3; round++) {
                List<Socket> open = new ArrayList<>();
                for (int i = 0; i < RUDE; i++) {
                    open.add(flowing(world));
                }
                for (Socket each : open) {
                    each.setSoLinger(true, 0);
                    each.close();
                }
                world.requireUndisturbed();
            }
            world.requireRecovered();
            world.requireMemoryIsFlat(15, 150);
        }
    }

    private static Socket flowing(CrowdedByway world) throws IOException {
        Socket socket = Opening.SOCKS5.open(world.byway.chain(), "rude.example");
        socket.getOutputStream().write(LoadServer.SEND);
        assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
        return socket;
    }
}
