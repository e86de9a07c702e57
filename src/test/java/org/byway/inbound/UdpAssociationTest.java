package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.PacketDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.net.Stage;
import org.byway.testing.DatagramEcho;
import org.byway.testing.FakePackets;
import org.byway.testing.SocksDatagrams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Datagrams of a program over real sockets; the way through is the bare loopback, as no upstream is needed here. */
class UdpAssociationTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final BlockingQueue<Channel> ways = new LinkedBlockingQueue<>();
    private final DatagramEcho echo = new DatagramEcho();
    private InboundWorld world = new InboundWorld(DEADLINE, remembering(new ServerPacketDialer()));

    @AfterEach
    void close() {
        world.close();
        echo.close();
    }

    @Test
    void datagramsComeBack() throws Exception {
        try (SocksDatagrams program = SocksDatagrams.through(world.address())) {
            assertThat(text(program.send(echo.address(), bytes("hello")).receive())).isEqualTo("hello");
        }
    }

    @Test
    void largestDatagramComesBackWhole() throws Exception {
        byte[] large = new byte[65_507 - 10];
        new Random(1).nextBytes(large);
        try (SocksDatagrams program = SocksDatagrams.through(world.address())) {
            assertThat(program.send(echo.address(), large).receive()).isEqualTo(large);
        }
    }

    @Test
    void relayListensWhereTheProgramCame() throws Exception {
        try (SocksDatagrams program = SocksDatagrams.through(world.address())) {
            assertThat(program.relay().host()).isEqualTo("127.0.0.1");
            assertThat(program.relay().port()).isNotEqualTo(world.address().port());
        }
    }

    @Test
    void strangerOnThisComputerIsNotServed() throws Exception {
        try (SocksDatagrams program = SocksDatagrams.through(world.address());
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            program.send(echo.address(), bytes("first")).receive();
            byte[] ask = {0, 0, 0, 1, 127, 0, 0, 1, (byte) (echo.address().port() >> 8), (byte) echo.address().port(),
                    'x'};
            stranger.send(new DatagramPacket(ask, ask.length, InetAddress.ofLiteral(program.relay().host()),
                    program.relay().port()));

            assertThat(text(program.send(echo.address(), bytes("second")).receive())).isEqualTo("second");
            stranger.setSoTimeout(50);
            assertThatIOException().isThrownBy(() -> stranger.receive(new DatagramPacket(new byte[99], 99)));
        }
    }

    @Test
    void endOfTheConnectionEndsTheWay() throws Exception {
        SocksDatagrams.through(world.address()).close();

        assertThat(ways.take().closeFuture().awaitUninterruptibly(5000)).isTrue();
    }

    @Test
    void endOfTheWayKeepsTheAssociation() throws Exception {
        try (SocksDatagrams program = SocksDatagrams.through(world.address())) {
            ways.take().close().syncUninterruptibly();

            assertThat(text(program.send(echo.address(), bytes("again")).receive())).isEqualTo("again");
        }
    }

    @Test
    void closedInboundEndsTheAssociation() throws Exception {
        try (SocksDatagrams program = SocksDatagrams.through(world.address())) {
            world.inbound().close().syncUninterruptibly();

            program.awaitEnd();
            eventually("the way is closed", () -> ways.stream().noneMatch(Channel::isOpen));
        }
    }

    @Test
    void upstreamsWithoutDatagramsAreSaidByCode() {
        reopen(FakePackets.none());

        assertThatIOException().isThrownBy(() -> SocksDatagrams.through(world.address()))
                .withMessage("refused with code 7");
    }

    @Test
    void failingUpstreamsAreAGeneralFailure() {
        reopen(loop -> loop.newFailedFuture(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.SILENT)));

        assertThatIOException().isThrownBy(() -> SocksDatagrams.through(world.address()))
                .withMessage("refused with code 1");
    }

    private void reopen(PacketDialer packets) {
        world.close();
        world = new InboundWorld(DEADLINE, packets);
    }

    private PacketDialer remembering(PacketDialer packets) {
        return loop -> packets.open(loop).addListener((Future<Channel> done) -> ways.add(done.getNow()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
