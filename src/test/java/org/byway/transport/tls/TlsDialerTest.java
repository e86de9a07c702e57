package org.byway.transport.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.model.Destination;
import org.byway.model.carrier.TlsOptions;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Fault;
import org.byway.net.ServerDialer;
import org.byway.net.Stage;
import org.byway.testing.ChannelStream;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over real sockets against the JDK's own server side, with both engines. */
class TlsDialerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Certificates GOOD = Certificates.of("127.0.0.1", 1, 30);
    private static final Certificates OF_ANOTHER = Certificates.of("proxy.example", 1, 30);
    private static final Certificates EXPIRED = Certificates.of("127.0.0.1", 30, 10);
    private static final Certificates OF_TOMORROW = Certificates.of("127.0.0.1", -1, 30);

    private final EventLoops loops = new EventLoops();
    private final LoopbackServer server = new LoopbackServer(Temper.CLOSES);

    @AfterEach
    void closeAll() {
        server.close();
        loops.close();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void pinnedKeyNeedsNoAuthorityAndBytesGoBothWays(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);
        try (ChannelStream stream = ChannelStream.over(open(engine, pinned(GOOD.pin())))) {
            assertThat(stream.send("hello").receiveText(5)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void theEngineThatIsAskedForDoesTheWork(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);
        Channel channel = open(engine, pinned(GOOD.pin()));

        assertThat(channel.pipeline().get(TlsStream.class).records() instanceof BoringSslRecords)
                .isEqualTo(engine == TlsEngine.BORINGSSL);
        channel.close().syncUninterruptibly();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void anyOfSeveralPinsWillDo(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);

        assertThat(
                open(engine, new TlsOptions(Optional.empty(), List.of("0".repeat(64), GOOD.pin()), false)).isActive())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void otherKeyThanThePinnedIsRefused(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);

        assertFailed(engine, pinned("0".repeat(64)), Fault.CERTIFICATE_NOT_PINNED);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void unknownAuthorityIsRefused(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);

        assertFailed(dialer(engine, TlsOptions.DEFAULT, SystemTrust.OF_THIS_JAVA.get(), PATIENCE), Blame.UPSTREAM,
                Fault.CERTIFICATE_UNTRUSTED);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void knownAuthorityIsTrustedForTheServersOwnName(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);
        try (ChannelStream stream = ChannelStream.over(open(engine, TlsOptions.DEFAULT))) {
            assertThat(stream.send("hello").receiveText(5)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void certificateOfAnotherIsRefused(TlsEngine engine) {
        serve(OF_ANOTHER, Temper.ECHO);

        assertFailed(engine, TlsOptions.DEFAULT, Fault.CERTIFICATE_OF_ANOTHER);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void nameInTheEntryIsAskedForAndFoundInTheCertificate(TlsEngine engine) {
        serve(OF_ANOTHER, client -> client.send("1").readToEnd());
        TlsOptions named = new TlsOptions(Optional.of("proxy.example"), List.of(), false);
        try (ChannelStream stream = ChannelStream.over(open(engine, named))) {
            stream.receive(1);

            assertThat(OF_ANOTHER.askedFor()).isEqualTo("proxy.example");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void nameInTheEntryThatIsNotInTheCertificateIsRefused(TlsEngine engine) {
        serve(OF_ANOTHER, Temper.ECHO);

        assertFailed(engine, new TlsOptions(Optional.of("other.example"), List.of(), false),
                Fault.CERTIFICATE_OF_ANOTHER);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void certificateOutOfDateIsRefused(TlsEngine engine) {
        serve(EXPIRED, Temper.ECHO);

        assertFailed(engine, TlsOptions.DEFAULT, Fault.CERTIFICATE_EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void certificateOfTomorrowIsRefusedAndNotBlamedOnTheServerAlone(TlsEngine engine) {
        serve(OF_TOMORROW, Temper.ECHO);

        assertFailed(dialer(engine, TlsOptions.DEFAULT, PATIENCE), Blame.UNKNOWN, Fault.CERTIFICATE_NOT_YET_VALID);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void alertInTheHandshakeIsToldAsARefusal(TlsEngine engine) {
        server.become(client -> client.send(new byte[]{21, 3, 3, 0, 2, 2, 40}).readToEnd());

        assertFailed(engine, TlsOptions.DEFAULT, Fault.GENERAL_FAILURE);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void laterConnectionsResumeTheSession(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);
        List<Boolean> resumed = new ArrayList<>();
        TlsDialer dialer = dialer(engine, TlsOptions.DEFAULT, PATIENCE);
        for (int i = 0; i < 3; i++) {
            try (ChannelStream stream = ChannelStream.over(dial(dialer).syncUninterruptibly().getNow())) {
                stream.send("hello").receive(5);
                resumed.add(GOOD.hasResumed());
            }
        }

        assertThat(resumed).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void bytesAndEndBeforeReadingIsAskedForAreNotLost(TlsEngine engine) throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        serve(GOOD, client -> {
            client.send("early").finish();
            sent.countDown();
            client.readToEnd();
        });
        Channel channel = open(engine, TlsOptions.DEFAULT);
        assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();
        try (ChannelStream stream = ChannelStream.over(channel)) {
            assertThat(stream.receiveText(5)).isEqualTo("early");
            eventually("the end arrives", stream::isEnded);
            assertThat(stream.isCut()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void largePiecesGoBothWays(TlsEngine engine) {
        serve(GOOD, Temper.ECHO);
        byte[] large = new byte[3_000_001];
        new Random(1).nextBytes(large);
        try (ChannelStream stream = ChannelStream.over(open(engine, TlsOptions.DEFAULT))) {
            assertThat(stream.send(large).receive(large.length)).isEqualTo(large);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void serversEndLeavesOurDirectionOpen(TlsEngine engine) throws Exception {
        BlockingQueue<Integer> got = new LinkedBlockingQueue<>();
        serve(GOOD, client -> {
            client.send("all of it").finish();
            got.add(client.readToEnd().length);
        });
        try (ChannelStream stream = ChannelStream.over(open(engine, TlsOptions.DEFAULT))) {
            eventually("the end arrives", stream::isEnded);
            stream.send(new byte[100_000]).finish();

            assertThat(got.poll(5, TimeUnit.SECONDS)).isEqualTo(100_000);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void closingIsAnEndForTheServerAndAResetIsNone(TlsEngine engine) throws Exception {
        BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
        serve(GOOD, client -> {
            client.send("1");
            try {
                client.readToEnd();
                ended.add(true);
            } catch (IOException cut) {
                ended.add(false);
            }
        });
        Channel closed = open(engine, TlsOptions.DEFAULT);
        ChannelStream.over(closed).receive(1);
        closed.close();
        assertThat(ended.poll(5, TimeUnit.SECONDS)).isTrue();

        Channel reset = open(engine, TlsOptions.DEFAULT);
        ChannelStream.over(reset).receive(1);
        reset.config().setOption(ChannelOption.SO_LINGER, 0);
        reset.close();
        assertThat(ended.poll(5, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void contextThatCouldNotBeMadeIsMadeAnewByTheNextDial() {
        serve(GOOD, Temper.ECHO);
        AtomicInteger made = new AtomicInteger();
        TlsDialer dialer = new TlsDialer(new ServerDialer(PATIENCE), TlsOptions.DEFAULT, PATIENCE, () -> {
            if (made.incrementAndGet() == 1) {
                throw new IOException("too many open files");
            }
            return TlsEngine.BORINGSSL.context(TlsOptions.DEFAULT, Certificates.authority());
        });

        assertFailed(dialer, Blame.LOCAL_NETWORK, Fault.LOCAL);
        try (ChannelStream stream = ChannelStream.over(dial(dialer).syncUninterruptibly().getNow())) {
            assertThat(stream.send("hello").receiveText(5)).isEqualTo("hello");
        }
        dial(dialer).syncUninterruptibly().getNow().close().syncUninterruptibly();
        assertThat(made).hasValue(2);
    }

    @Test
    void contextThatEndsInAnErrorFailsTheDialInsteadOfKeepingItWaiting() {
        serve(GOOD, Temper.ECHO);

        assertFailed(new TlsDialer(new ServerDialer(PATIENCE), TlsOptions.DEFAULT, PATIENCE, () -> {
            throw new OutOfMemoryError("direct buffers");
        }), Blame.LOCAL_NETWORK, Fault.LOCAL);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void anyCertificateIsTakenOnlyWhereThatIsAskedFor(TlsEngine engine) {
        serve(EXPIRED, Temper.ECHO);

        assertThat(open(engine, new TlsOptions(Optional.of("other.example"), List.of(), true)).isActive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void serverWithoutTlsIsToldAsSuch(TlsEngine engine) {
        server.become(client -> client.send("HTTP/1.1 400 Bad Request\r\n\r\n").readToEnd());

        assertFailed(engine, TlsOptions.DEFAULT, Fault.NO_TLS);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void silentServerMeetsTheDeadline(TlsEngine engine) {
        server.become(Temper.SILENT);

        assertFailed(dialer(engine, TlsOptions.DEFAULT, Duration.ofMillis(300)), Blame.UPSTREAM, Fault.SILENT);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void serverThatClosesIsToldAsSuch(TlsEngine engine) {
        server.become(client -> client.read(5));

        assertFailed(engine, TlsOptions.DEFAULT, Fault.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void endWithoutCloseNotifyIsACut(TlsEngine engine) {
        server.become(client -> {
            GOOD.accept(client).send("half of");
            client.finish().readToEnd();
        });
        Channel channel = open(engine, pinned(GOOD.pin()));
        EndWatch watch = EndWatch.on(channel);
        eventually("the cut arrives", () -> watch.failure().isPresent());

        assertThat(watch.hasFinished()).isFalse();
        assertThat(watch.failure()).hasValueSatisfying(why -> assertThat(why).isInstanceOf(DialException.class));
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void closeNotifyIsAnEnd(TlsEngine engine) {
        serve(GOOD, client -> {
            client.read(1);
            client.send("all of it").finish().readToEnd();
        });
        Channel channel = open(engine, pinned(GOOD.pin()));
        EndWatch watch = EndWatch.on(channel);
        channel.writeAndFlush(io.netty.buffer.Unpooled.copiedBuffer(new byte[1]));
        eventually("the end arrives", watch::hasFinished);

        assertThat(watch.failure()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TlsEngine.class)
    void ourEndReachesTheServerAsCloseNotifyAndItsAnswerUs(TlsEngine engine) {
        serve(GOOD, client -> {
            client.readToEnd(); // throws where the end is a cut
            client.send("after the end");
        });
        try (ChannelStream stream = ChannelStream.over(open(engine, pinned(GOOD.pin())))) {
            stream.send("before").finish();

            assertThat(stream.receiveText(13)).isEqualTo("after the end");
        }
    }

    private void serve(Certificates certificates, Temper inside) {
        server.become(client -> inside.serve(certificates.accept(client)));
    }

    private static TlsOptions pinned(String pin) {
        return new TlsOptions(Optional.empty(), List.of(pin), false);
    }

    private Channel open(TlsEngine engine, TlsOptions options) {
        return dial(dialer(engine, options, PATIENCE)).syncUninterruptibly().getNow();
    }

    private static TlsDialer dialer(TlsEngine engine, TlsOptions options, Duration deadline) {
        return dialer(engine, options, Certificates.authority(), deadline);
    }

    private static TlsDialer dialer(TlsEngine engine, TlsOptions options, X509ExtendedTrustManager authorities,
            Duration deadline) {
        return new TlsDialer(new ServerDialer(PATIENCE), options, deadline,
                () -> engine.context(options, authorities));
    }

    private Future<Channel> dial(TlsDialer dialer) {
        return dialer.dial(new Destination(server.address()), loops.next());
    }

    private void assertFailed(TlsEngine engine, TlsOptions options, Fault fault) {
        assertFailed(dialer(engine, options, PATIENCE), Blame.UPSTREAM, fault);
    }

    private void assertFailed(TlsDialer dialer, Blame blame, Fault fault) {
        Future<Channel> dial = dial(dialer);
        assertThat(dial.awaitUninterruptibly(4000)).isTrue();
        assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class, why -> assertThat(why)
                .extracting(DialException::stage, DialException::blame, DialException::fault)
                .containsExactly(Stage.SECURE, blame, fault));
    }
}
