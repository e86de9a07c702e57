package org.byway.transport.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.byway.model.Destination;
import org.byway.model.carrier.TlsOptions;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Fault;
import org.byway.net.ServerDialer;
import org.byway.testing.ChannelStream;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server may do to a stream once the handshake is over, with both engines; over real sockets. */
class HostileTlsServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Certificates GOOD = Certificates.of("127.0.0.1", 1, 30);

    private final EventLoops loops = new EventLoops();
    private final LoopbackServer server = new LoopbackServer(Temper.CLOSES);

    @AfterEach
    void closeAll() {
        server.close();
        loops.close();
    }

    /** A record that nobody sealed, one longer than any, one of no kind, a plain alert. */
    @ParameterizedTest
    @CsvSource({"BORINGSSL,1703030014", "BORINGSSL,170303ffff", "BORINGSSL,6303030014", "BORINGSSL,15030300020128",
            "JDK,1703030014", "JDK,170303ffff", "JDK,6303030014", "JDK,15030300020128"})
    void recordThatDoesNotOpenEndsTheStreamAsGarbage(TlsEngine engine, String head) {
        byte[] record = new byte[25];
        for (int i = 0; i < head.length() / 2; i++) {
            record[i] = (byte) Integer.parseInt(head.substring(2 * i, 2 * i + 2), 16);
        }
        server.become(client -> {
            GOOD.accept(client).read(1);
            client.send(record).readToEnd();
        });
        Channel channel = open(engine);
        EndWatch watch = EndWatch.on(channel);
        channel.writeAndFlush(Unpooled.copiedBuffer(new byte[1]));

        assertFailed(watch, Fault.GARBAGE);
        assertThat(channel.closeFuture().awaitUninterruptibly(PATIENCE.toMillis())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void partOfARecordBeforeTheEndIsACut(TlsEngine engine) {
        server.become(client -> {
            GOOD.accept(client).read(1);
            client.send((byte) 23, (byte) 3, (byte) 3, (byte) 1, (byte) 0, (byte) 7).finish().readToEnd();
        });
        Channel channel = open(engine);
        EndWatch watch = EndWatch.on(channel);
        channel.writeAndFlush(Unpooled.copiedBuffer(new byte[1]));

        assertFailed(watch, Fault.CLOSED);
        assertThat(watch.hasFinished()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void whatComesAfterTheEndIsNotEvenLookedAt(TlsEngine engine) {
        server.become(client -> {
            GOOD.accept(client).send("all of it").finish();
            client.send(new byte[100_000]);
            client.readToEnd();
        });
        try (ChannelStream stream = ChannelStream.over(open(engine))) {
            eventually("the end arrives", stream::isEnded);

            assertThat(stream.receiveText(9)).isEqualTo("all of it");
            assertThat(stream.isCut()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void whatIsWrittenAfterOurEndFails(TlsEngine engine) {
        server.become(client -> GOOD.accept(client).readToEnd());
        Channel channel = open(engine);
        try (ChannelStream stream = ChannelStream.over(channel)) {
            stream.send("all of it").finish();

            assertThat(channel.writeAndFlush(Unpooled.copiedBuffer(new byte[1]))
                    .awaitUninterruptibly().isSuccess()).isFalse();
        }
    }

    /** The JDK carries it out, which is its own affair. */
    @ParameterizedTest
    @EnumSource(value = TlsEngine.class, names = "BORINGSSL")
    void secondHandshakeOfTls12IsRefused(TlsEngine engine) {
        speakTls12(tls -> {
            tls.getInputStream().read();
            tls.startHandshake(); // asks for one, and reads what comes of it
            tls.getInputStream().readAllBytes();
        });
        Channel channel = open(engine);
        EndWatch watch = EndWatch.on(channel);
        channel.writeAndFlush(Unpooled.copiedBuffer(new byte[1]));

        assertFailed(watch, Fault.GARBAGE);
    }

    @ParameterizedTest
    @EnumSource(value = TlsEngine.class, names = "BORINGSSL") // the JDK ends both directions of TLS 1.2 with the first
    void endsOfTls12GoThroughOneByOne(TlsEngine engine) throws Exception {
        BlockingQueue<Integer> got = new LinkedBlockingQueue<>();
        speakTls12(tls -> {
            tls.getOutputStream().write(new byte[70_000]);
            tls.shutdownOutput();
            got.add(tls.getInputStream().readAllBytes().length);
        });
        try (ChannelStream stream = ChannelStream.over(open(engine))) {
            eventually("the end arrives", stream::isEnded);
            assertThat(stream.receive(70_000)).hasSize(70_000);
            stream.send(new byte[100_000]).finish();

            assertThat(got.poll(5, TimeUnit.SECONDS)).isEqualTo(100_000);
        }
    }

    /** What it does on the server's side. */
    private interface Side {
        void serve(SSLSocket tls) throws IOException;
    }

    private void speakTls12(Side side) {
        server.become(client -> client.inside(socket -> {
            SSLSocket tls = GOOD.server(socket);
            tls.setEnabledProtocols(new String[]{"TLSv1.2"});
            side.serve(tls);
            return new Conversation(socket);
        }));
    }

    private static void assertFailed(EndWatch watch, Fault fault) {
        eventually("the cut arrives", () -> watch.failure().isPresent());
        assertThat(watch.failure()).get().isInstanceOfSatisfying(DialException.class,
                why -> assertThat(why.fault()).isEqualTo(fault));
    }

    private Channel open(TlsEngine engine) {
        TlsOptions pinned = new TlsOptions(Optional.empty(), List.of(GOOD.pin()), false);
        return new TlsDialer(new ServerDialer(PATIENCE), pinned, PATIENCE,
                () -> engine.context(pinned, Certificates.authority()))
                .dial(new Destination(server.address()), loops.next()).syncUninterruptibly().getNow();
    }
}
