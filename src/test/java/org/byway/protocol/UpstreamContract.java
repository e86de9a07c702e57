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
import org.byway.model.Destination;
import org.byway.model.endpoint.Login;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.ChannelStream;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
            Conversation inside = script().accept(client);
            asked.add(script().beforeYes(inside));
            inside.send(script().yes()).readToEnd();
        });
        try (ChannelStream stream = dial()) {
            assertThat(asked.poll(5, TimeUnit.SECONDS)).isEqualTo(TO.toString());
            assertThat(stream.isEnded()).isFalse();
        }
    }

    @Test
    default void channelIsReadyWithReadingOff() {
        world().serve(forwards(LoopbackServer.Temper.ECHO));
        Channel channel = open();

        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(channel.isActive()).isTrue();
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

    /** And at once: a server that talks nonsense is left without waiting for the rest of it. */
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

    /** A server that says yes and then treats the stream like this. */
    default Temper forwards(Temper behind) {
        return client -> {
            Conversation inside = script().accept(client);
            script().beforeYes(inside);
            inside.send(script().yes());
            behind.serve(inside);
        };
    }

    default Channel open() {
        return world().dial(script(), Optional.empty(), TO).syncUninterruptibly().getNow();
    }

    default ChannelStream dial() {
        return ChannelStream.over(open());
    }

    default void assertFailed(Optional<Login> login, Stage stage, Blame blame, Fault fault) {
        assertThat(failure(login)).extracting(DialException::stage, DialException::blame, DialException::fault)
                .containsExactly(stage, blame, fault);
    }

    default DialException failure(Optional<Login> login) {
        Future<Channel> dial = world().dial(script(), login, TO);
        assertThat(dial.awaitUninterruptibly(4000)).as("an end within four seconds").isTrue();
        assertThat(dial.cause()).isInstanceOf(DialException.class);
        return (DialException) dial.cause();
    }
}
