package org.byway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.byway.model.Destination;
import org.byway.model.endpoint.Login;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.ChannelStream;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every upstream promises, over real sockets, whatever its server does. */
public interface UpstreamContract {
    Destination TO = Destination.of("a.example", 443);
    Login LOGIN = Login.of("user", "hunter2secretplant");
    int LARGE = 20 * 1024 * 1024;

    ProxyScript script();

    DialWorld world();

    @AfterEach
    default void nothingIsLeftBehind() {
        world().close();
    }

    @Test
    default void serverIsAskedForTheDestinationByName() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        world().serve(client -> {
            asked.add(script().beforeYes(client));
            client.send(script().yes()).readToEnd();
        });
        dial().close();

        assertThat(asked.poll(5, TimeUnit.SECONDS)).isEqualTo(TO.toString());
    }

    @Test
    default void channelIsReadyWithReadingOff() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));
        Channel channel = open();

        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    default void nothingOfTheProtocolStaysInThePipeline() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));

        assertThat(open().pipeline().names()).allMatch(
                name -> !name.contains("Handshake") && !name.contains("HeldBytes"));
    }

    @Test
    default void bytesGoBothWays() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));
        try (ChannelStream stream = dial()) {
            assertThat(stream.send("hello").receiveText(5)).isEqualTo("hello");
        }
    }

    @Test
    default void largeTransferArrivesWhole() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        try (ChannelStream stream = dial()) {
            assertThat(Arrays.equals(stream.send(large).receive(LARGE), large)).isTrue();
        }
    }

    @Test
    default void slowTransferArrivesWhole() {
        world().serve(forwards(client -> client.drip("slowly, byte by byte".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII))));
        try (ChannelStream stream = dial()) {
            assertThat(stream.receiveText(20)).isEqualTo("slowly, byte by byte");
        }
    }

    @Test
    default void answerByteByByteIsRead() {
        world().serve(client -> {
            script().beforeYes(client);
            client.drip(script().yes()).echoToEnd();
        });
        try (ChannelStream stream = dial()) {
            assertThat(stream.send("hello").receiveText(5)).isEqualTo("hello");
        }
    }

    @Test
    default void payloadGluedToTheYesIsKept() {
        world().serve(client -> {
            script().beforeYes(client);
            byte[] yes = script().yes();
            byte[] glued = Arrays.copyOf(yes, yes.length + 3);
            glued[yes.length] = 'a';
            glued[yes.length + 1] = 'b';
            glued[yes.length + 2] = 'c';
            client.send(glued).readToEnd();
        });
        try (ChannelStream stream = dial()) {
            assertThat(stream.receiveText(3)).isEqualTo("abc");
        }
    }

    @Test
    default void ourEndReachesTheServerAndItsAnswerUs() {
        world().serve(forwards(client -> {
            client.readToEnd();
            client.send("after the end");
        }));
        try (ChannelStream stream = dial()) {
            stream.finish();

            assertThat(stream.receiveText(13)).isEqualTo("after the end");
        }
    }

    @Test
    default void serversEndReachesUsAndOurBytesIt() throws Exception {
        BlockingQueue<String> got = new LinkedBlockingQueue<>();
        world().serve(forwards(client -> {
            client.finish();
            got.add(new String(client.readToEnd(), java.nio.charset.StandardCharsets.US_ASCII));
        }));
        try (ChannelStream stream = dial()) {
            eventually("the end arrives", stream::isEnded);
            stream.send("after the end").finish();

            assertThat(got.poll(5, TimeUnit.SECONDS)).isEqualTo("after the end");
        }
    }

    @Test
    default void loginIsAccepted() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));
        Channel channel = world().dial(script(), Optional.of(LOGIN), TO).syncUninterruptibly().getNow();

        assertThat(channel.isActive()).isTrue();
    }

    @TestFactory
    default Stream<DynamicTest> wrongLoginBlamesTheUpstream() {
        return script().wrongLogins().stream().map(answer -> DynamicTest.dynamicTest("refused login", () -> {
            world().serve(answer);

            assertFailed(Optional.of(LOGIN), Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.WRONG_LOGIN);
        }));
    }

    @Test
    default void wantedLoginThatIsNotThereBlamesTheUpstream() {
        world().serve(script().wantsLogin());

        assertFailed(Optional.empty(), Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.LOGIN_NEEDED);
    }

    @TestFactory
    default Stream<DynamicTest> everyRefusalHasItsFaultAndBlame() {
        return script().refusals().stream().map(refusal -> DynamicTest.dynamicTest(refusal.name(), () -> {
            world().serve(client -> {
                refusal.answer().serve(client);
                client.readToEnd();
            });

            assertFailed(Optional.empty(), refusal.stage(), refusal.blame(), refusal.fault());
        }));
    }

    @TestFactory
    default Stream<DynamicTest> silentServerMeetsTheDeadlineAtItsStage() {
        return script().stops().stream().map(stop -> DynamicTest.dynamicTest(stop.name(), () -> {
            world().impatient().serve(then(stop, Temper.SILENT));

            assertFailed(Optional.of(LOGIN), stop.stage(), Blame.UPSTREAM, Fault.SILENT);
        }));
    }

    @TestFactory
    default Stream<DynamicTest> closingServerFailsAtItsStage() {
        return script().stops().stream().map(stop -> DynamicTest.dynamicTest(stop.name(), () -> {
            world().serve(then(stop, Temper.CLOSES));

            assertFailed(Optional.of(LOGIN), stop.stage(), Blame.UPSTREAM, Fault.CLOSED);
        }));
    }

    @TestFactory
    default Stream<DynamicTest> resettingServerFailsAtItsStage() {
        return script().stops().stream().map(stop -> DynamicTest.dynamicTest(stop.name(), () -> {
            world().serve(then(stop, Temper.RESETS));

            assertFailed(Optional.of(LOGIN), stop.stage(), Blame.UPSTREAM, Fault.CLOSED);
        }));
    }

    /** And at once: a server that talks nonsense is left without waiting for the rest of it. */
    @TestFactory
    default Stream<DynamicTest> garbageFailsCleanly() {
        return script().garbage().stream().map(garbage -> DynamicTest.dynamicTest("«" + garbage.strip() + "»", () -> {
            world().serve(client -> client.send(garbage).readToEnd());

            assertThat(failure(Optional.empty()).fault()).isEqualTo(Fault.GARBAGE);
            assertThat(failure(Optional.empty()).blame()).isEqualTo(Blame.UPSTREAM);
        }));
    }

    @Test
    default void endlessAnswerFailsCleanly() {
        script().endless().ifPresent(piece -> {
            world().serve(client -> {
                client.readHead(); // closing with something unread would cut what was sent
                client.send("HTTP/1.1 200 OK\r\n");
                for (int sent = 0; sent < 1 << 20; sent += piece.length()) {
                    client.send(piece);
                }
            });

            assertFailed(Optional.empty(), Stage.REQUEST, Blame.UPSTREAM, Fault.GARBAGE);
        });
    }

    @Test
    default void refusedConnectionFailsAtConnect() {
        world().serverGone();

        assertFailed(Optional.empty(), Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED);
    }

    @Test
    default void itRunsOverAnotherDialerAndReachesOnlyItsServer() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));
        dial().close();

        assertThat(world().carrier().dialled()).containsExactly(new Destination(world().server().address()));
    }

    @Test
    default void cancelledDialClosesItsChannel() {
        world().serve(Temper.SILENT);
        Future<Channel> dial = world().dial(script(), Optional.empty(), TO);
        eventually("the carrier is open", () -> !world().carrier().opened().isEmpty());
        dial.cancel(false);

        assertThat(world().carrier().opened().getFirst().closeFuture().awaitUninterruptibly(5000)).isTrue();
    }

    @Test
    default void failedDialClosesItsChannel() {
        world().serve(client -> client.send("garbage\r\n\r\n").readToEnd());
        failure(Optional.empty());

        assertThat(world().carrier().opened()).hasSize(1)
                .allMatch(channel -> channel.closeFuture().awaitUninterruptibly(5000));
    }

    @Test
    default void secretIsPrintedNowhere() {
        try (SecretsInLog log = new SecretsInLog()) {
            world().serve(script().wrongLogins().getFirst());
            String failure = failure(Optional.of(LOGIN)).toString();
            String upstream = world().upstream(script(), Optional.of(LOGIN)).toString();

            assertThat(log.text() + failure + upstream).doesNotContain(LOGIN.password().reveal());
        }
    }

    private Temper forwards(Temper behind) {
        return client -> {
            script().beforeYes(client);
            client.send(script().yes());
            behind.serve(client);
        };
    }

    private static Temper then(ProxyScript.Stop stop, Temper after) {
        return client -> {
            stop.before().serve(client);
            after.serve(client);
        };
    }

    private Channel open() {
        return world().dial(script(), Optional.empty(), TO).syncUninterruptibly().getNow();
    }

    private ChannelStream dial() {
        return ChannelStream.over(open());
    }

    private void assertFailed(Optional<Login> login, Stage stage, Blame blame, Fault fault) {
        assertThat(failure(login)).extracting(DialException::stage, DialException::blame, DialException::fault)
                .containsExactly(stage, blame, fault);
    }

    private DialException failure(Optional<Login> login) {
        Future<Channel> dial = world().dial(script(), login, TO);
        assertThat(dial.awaitUninterruptibly(4000)).as("an end within four seconds").isTrue();
        assertThat(dial.cause()).isInstanceOf(DialException.class);
        return (DialException) dial.cause();
    }
}
