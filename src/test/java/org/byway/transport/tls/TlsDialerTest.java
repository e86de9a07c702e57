package org.byway.transport.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over real sockets against the JDK's own server side, with both engines. */
class TlsDialerTest {
    private static final Certificates GOOD = Certificates.of("127.0.0.1", 1, 30);
    private static final Certificates EXPIRED = Certificates.of("127.0.0.1", 30, 10);

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
        boolean isNative = channel.pipeline().get(SslHandler.class).engine().getClass().getSimpleName()
                .contains("OpenSsl");

        assertThat(isNative).isEqualTo(engine == TlsEngine.BORINGSSL);
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

        assertFailed(engine, TlsOptions.DEFAULT, Fault.CERTIFICATE_UNTRUSTED);
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

        assertFailed(dialer(engine, TlsOptions.DEFAULT, Duration.ofMillis(300)), Fault.SILENT);
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
        return dial(dialer(engine, options, Duration.ofSeconds(5))).syncUninterruptibly().getNow();
    }

    private TlsDialer dialer(TlsEngine engine, TlsOptions options, Duration deadline) {
        return new TlsDialer(new ServerDialer(Duration.ofSeconds(5)), options, deadline, () -> engine);
    }

    private Future<Channel> dial(TlsDialer dialer) {
        return dialer.dial(new Destination(server.address()), loops.next());
    }

    private void assertFailed(TlsEngine engine, TlsOptions options, Fault fault) {
        assertFailed(dialer(engine, options, Duration.ofSeconds(5)), fault);
    }

    private void assertFailed(TlsDialer dialer, Fault fault) {
        Future<Channel> dial = dial(dialer);
        assertThat(dial.awaitUninterruptibly(4000)).isTrue();
        assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class, why -> assertThat(why)
                .extracting(DialException::stage, DialException::blame, DialException::fault)
                .containsExactly(Stage.SECURE, Blame.UPSTREAM, fault));
    }
}
