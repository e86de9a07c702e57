package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.net.RelayWorld.bytes;
import static org.byway.testing.Eventually.eventually;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.testing.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay between two real sockets. */
class RelayTest {
    private static final int BULK = 16 * 1024 * 1024;
    /** What the relay itself may hold in one direction: the high mark, and one turn of reading on top. */
    private static final int RELAY_HOLDS = (1024 + 4 * 256) * 1024;

    private final RelayWorld world = new RelayWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bytesGoBothWays() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.program().send("up");
        pair.server().send("down");

        assertThat(pair.server().read(2)).asString().isEqualTo("up");
        assertThat(pair.program().read(4)).asString().isEqualTo("down");
    }

    @Test
    void bulkGoesBothWaysAtOnce() throws IOException {
        RelayWorld.Pair pair = world.join();
        byte[] up = bytes(BULK, 1);
        byte[] down = bytes(BULK, 2);
        CompletableFuture<?> sendsUp = pair.sendAll(pair.program(), up);
        CompletableFuture<?> sendsDown = pair.sendAll(pair.server(), down);
        CompletableFuture<byte[]> arrivesUp = pair.readAll(pair.server());

        assertThat(Arrays.equals(pair.program().readToEnd(), down)).isTrue();
        assertThat(Arrays.equals(arrivesUp.join(), up)).isTrue();
        CompletableFuture.allOf(sendsUp, sendsDown).join();
    }

    @Test
    void serverThatStopsReadingStopsTheProgram() throws IOException {
        RelayWorld.Pair pair = world.join();
        CompletableFuture<?> sending = pair.sendAll(pair.program(), bytes(BULK, 1));
        eventually("the relay stops reading the program", () -> !pair.client().config().isAutoRead());

        assertThat(RelayWorld.pending(pair.upstream())).isLessThanOrEqualTo(RELAY_HOLDS);
        assertThat(world.meter().read().up()).isLessThan(BULK / 2);
        assertThat(sending).isNotDone();
    }

    @Test
    void programThatStopsReadingStopsTheServer() throws IOException {
        RelayWorld.Pair pair = world.join();
        CompletableFuture<?> sending = pair.sendAll(pair.server(), bytes(BULK, 1));
        eventually("the relay stops reading the server", () -> !pair.upstream().config().isAutoRead());

        assertThat(RelayWorld.pending(pair.client())).isLessThanOrEqualTo(RELAY_HOLDS);
        assertThat(world.meter().read().down()).isLessThan(BULK / 2);
        assertThat(sending).isNotDone();
    }

    @Test
    void serverThatReadsAgainGetsEveryByte() throws IOException {
        RelayWorld.Pair pair = world.join();
        byte[] sent = bytes(BULK, 1);
        CompletableFuture<?> sending = pair.sendAll(pair.program(), sent);
        eventually("the relay stops reading the program", () -> !pair.client().config().isAutoRead());

        assertThat(Arrays.equals(pair.server().readToEnd(), sent)).isTrue();
        sending.join();
    }

    @Test
    void programThatReadsAgainGetsEveryByte() throws IOException {
        RelayWorld.Pair pair = world.join();
        byte[] sent = bytes(BULK, 1);
        CompletableFuture<?> sending = pair.sendAll(pair.server(), sent);
        eventually("the relay stops reading the server", () -> !pair.upstream().config().isAutoRead());

        assertThat(Arrays.equals(pair.program().readToEnd(), sent)).isTrue();
        sending.join();
    }

    @Test
    void stoppedDirectionDoesNotStopTheOther() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.sendAll(pair.program(), bytes(BULK, 1));
        eventually("the relay stops reading the program", () -> !pair.client().config().isAutoRead());
        pair.server().send("down");

        assertThat(pair.program().read(4)).asString().isEqualTo("down");
    }

    @Test
    void programsEndIsPassedOnAndTheOtherDirectionGoesOn() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.program().send("last").finish();
        assertThat(pair.server().readToEnd()).asString().isEqualTo("last");
        pair.server().send("answer").finish();

        assertThat(pair.program().readToEnd()).asString().isEqualTo("answer");
    }

    @Test
    void serversEndIsPassedOnAndTheOtherDirectionGoesOn() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.server().send("last").finish();
        assertThat(pair.program().readToEnd()).asString().isEqualTo("last");
        pair.program().send("answer").finish();

        assertThat(pair.server().readToEnd()).asString().isEqualTo("answer");
    }

    @Test
    void bothEndsCloseBothChannels() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.program().finish();
        pair.server().finish();

        assertThat(pair.client().closeFuture().awaitUninterruptibly(5000)).isTrue();
        assertThat(pair.upstream().closeFuture().awaitUninterruptibly(5000)).isTrue();
    }

    @Test
    void resetOfTheServerReachesTheProgramAsAReset() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.server().send("half").reset();

        assertThat(pair.program().endsWithReset()).isTrue();
    }

    @Test
    void resetOfTheProgramReachesTheServerAsAReset() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.program().send("half").reset();

        assertThat(pair.server().endsWithReset()).isTrue();
    }

    @Test
    void resetWhileTheProgramIsNotReadReachesIt() throws IOException {
        RelayWorld.Pair pair = world.join();
        CompletableFuture<?> sending = pair.sendAll(pair.program(), bytes(BULK, 1));
        eventually("the relay stops reading the program", () -> !pair.client().config().isAutoRead());
        pair.server().reset();

        // the system tells a reset once, to the write that waits or to the read, whichever comes first
        boolean isReadReset = pair.program().endsWithReset();
        boolean isWriteReset = sending.handle((done, cut) -> String.valueOf(cut).contains("reset")).join();
        assertThat(isReadReset || isWriteReset).isTrue();
    }

    @Test
    void everyByteIsCountedOnce() throws IOException {
        RelayWorld.Pair pair = world.join();
        pair.program().send(bytes(1000, 1)).finish();
        pair.server().readToEnd();
        pair.server().send(bytes(3000, 2)).finish();
        pair.program().readToEnd();
        eventually("all is counted", () -> world.meter().read().equals(new Traffic(1000, 3000, 0)));
    }

    @Test
    void quietFlowAnswersWhileABusyOneIsOnItsLoop() throws IOException {
        RelayWorld.Pair bulk = world.join();
        RelayWorld.Pair quiet = world.join();
        CompletableFuture<?> sending = bulk.sendForEver(bulk.program());
        CompletableFuture<byte[]> draining = bulk.readAll(bulk.server());
        for (int i = 0; i < 50; i++) {
            quiet.program().send("ping");
            assertThat(quiet.server().read(4)).asString().isEqualTo("ping");
        }

        assertThat(sending).isNotDone();
        bulk.program().close();
        draining.exceptionally(cut -> new byte[0]).join();
    }

    @Test
    void quietDirectionAnswersWhileTheOtherIsBusy() throws IOException {
        RelayWorld.Pair pair = world.join();
        CompletableFuture<?> sending = pair.sendForEver(pair.program());
        CompletableFuture<byte[]> draining = pair.readAll(pair.server());
        for (int i = 0; i < 50; i++) {
            pair.server().send("ping");
            assertThat(pair.program().read(4)).asString().isEqualTo("ping");
        }

        assertThat(sending).isNotDone();
        pair.program().close();
        draining.exceptionally(cut -> new byte[0]).join();
    }

    @Test
    void channelThatIsGoneBeforeTheJoinClosesTheOther() throws IOException {
        RelayWorld.Pair pair = world.unjoined();
        pair.upstream().close().syncUninterruptibly();
        world.join(pair);

        try (Conversation program = pair.program()) {
            program.endsWithReset();
        }
        assertThat(pair.client().closeFuture().awaitUninterruptibly(5000)).isTrue();
    }
}
