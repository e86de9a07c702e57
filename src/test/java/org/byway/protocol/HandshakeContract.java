package org.byway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.ChannelStream;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an upstream promises besides, where its protocol has an opening that the server answers. */
public interface HandshakeContract extends UpstreamContract {
    @Override
    HandshakeScript script();

    @Test
    default void nothingOfTheProtocolStaysInThePipeline() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));

        assertThat(open().pipeline().names()).allMatch(
                name -> !name.contains("Handshake") && !name.contains("HeldBytes"));
    }

    @Test
    default void answerByteByByteIsRead() {
        world().serve(client -> {
            Conversation inside = script().accept(client);
            script().beforeYes(inside);
            inside.drip(script().yes()).echoToEnd();
        });
        try (ChannelStream stream = dial()) {
            assertThat(stream.send("hello").receiveText(5)).isEqualTo("hello");
        }
    }

    @Test
    default void payloadGluedToTheYesIsKept() {
        world().serve(client -> {
            Conversation inside = script().accept(client);
            script().beforeYes(inside);
            byte[] yes = script().yes();
            byte[] glued = Arrays.copyOf(yes, yes.length + 3);
            glued[yes.length] = 'a';
            glued[yes.length + 1] = 'b';
            glued[yes.length + 2] = 'c';
            inside.send(glued).readToEnd();
        });
        try (ChannelStream stream = dial()) {
            assertThat(stream.receiveText(3)).isEqualTo("abc");
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
            world().serve(inside(answer));

            assertFailed(Optional.of(LOGIN), Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.WRONG_LOGIN);
        }));
    }

    @Test
    default void wantedLoginThatIsNotThereBlamesTheUpstream() {
        world().serve(inside(script().wantsLogin()));

        assertFailed(Optional.empty(), Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.LOGIN_NEEDED);
    }

    @TestFactory
    default Stream<DynamicTest> everyRefusalHasItsFaultAndBlame() {
        return script().refusals().stream().map(refusal -> DynamicTest.dynamicTest(refusal.name(), () -> {
            world().serve(inside(client -> {
                refusal.answer().serve(client);
                client.readToEnd();
            }));

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

    @TestFactory
    default Stream<DynamicTest> garbageFailsCleanly() {
        return script().garbage().stream().map(garbage -> DynamicTest.dynamicTest("«" + garbage.strip() + "»", () -> {
            world().serve(inside(client -> client.send(garbage).readToEnd()));

            assertThat(failure(Optional.empty()).fault()).isEqualTo(Fault.GARBAGE);
            assertThat(failure(Optional.empty()).blame()).isEqualTo(Blame.UPSTREAM);
        }));
    }

    @Test
    default void endlessAnswerFailsCleanly() {
        script().endless().ifPresent(piece -> {
            world().serve(inside(client -> {
                client.readHead(); // closing with something unread would cut what was sent
                client.send("HTTP/1.1 200 OK\r\n");
                for (int sent = 0; sent < 1 << 20; sent += piece.length()) {
                    client.send(piece);
                }
            }));

            assertFailed(Optional.empty(), Stage.REQUEST, Blame.UPSTREAM, Fault.GARBAGE);
        });
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
        world().serve(inside(client -> client.send("garbage\r\n\r\n").readToEnd()));
        failure(Optional.empty());

        assertThat(world().carrier().opened()).hasSize(1)
                .allMatch(channel -> channel.closeFuture().awaitUninterruptibly(5000));
    }

    @Test
    default void secretIsPrintedNowhere() {
        try (SecretsInLog log = new SecretsInLog()) {
            world().serve(inside(script().wrongLogins().getFirst()));
            String failure = failure(Optional.of(LOGIN)).toString();
            String upstream = world().upstream(script(), Optional.of(LOGIN)).toString();

            assertThat(log.text() + failure + upstream).doesNotContain(LOGIN.password().reveal());
        }
    }

    private Temper inside(Temper temper) {
        return client -> temper.serve(script().accept(client));
    }

    private Temper then(HandshakeScript.Stop stop, Temper after) {
        return inside(client -> {
            stop.before().serve(client);
            after.serve(client);
        });
    }
}
