package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.protocol.wireguard.MessageKind.INITIATION;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.NumberRange;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tunnel and the stack on it: who waits for its handshake, and when it rests; in virtual time. */
class LiveTunnelTest {
    private static final Duration OPENING = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Destination SITE = Destination.of("10.0.0.1", 80);

    private final TunnelPair pair = new TunnelPair(Optional.empty(), Optional.empty(),
            Optional.of(NumberRange.of(25)));
    private final LiveTunnel live = pair.live(OPENING);

    @AfterEach
    void close() {
        live.close();
        pair.pass(SECOND);
        pair.close();
    }

    @Test
    void startedTunnelHasItsHandshakeBehindIt() {
        Future<Void> up = live.up();
        pair.pass(SECOND);
        assertThat(up.isSuccess()).isTrue();
        Future<Channel> dial = live.dial(SITE);
        pair.pass(TunnelPair.DELAY.multipliedBy(2).plusMillis(5));

        assertThat(dial.isSuccess()).as("after one round trip").isTrue();
        assertThat(pair.times(true, INITIATION)).hasSize(1);
    }

    @Test
    void tunnelThatWasNotStartedNeedsTwoRoundTrips() {
        Future<Channel> dial = live.dial(SITE);
        pair.pass(TunnelPair.DELAY.multipliedBy(2).plusMillis(5));
        assertThat(dial.isDone()).isFalse();
        pair.pass(TunnelPair.DELAY.multipliedBy(2).plusMillis(5));

        assertThat(dial.isSuccess()).isTrue();
    }

    /** Though its configuration wants a keepalive each 25 s. */
    @Test
    void startedTunnelRestsUntilSomethingIsOpenInIt() {
        live.up();
        pair.pass(SECOND);
        int before = pair.seen.size();
        pair.pass(Duration.ofHours(1));
        assertThat(pair.seen).hasSize(before);
        Future<Channel> dial = live.dial(SITE);
        pair.pass(Duration.ofSeconds(100));

        assertThat(dial.isSuccess()).isTrue();
        int open = pair.seen.size();
        pair.pass(Duration.ofSeconds(100));
        assertThat(pair.seen.size() - open).as("kept alive").isBetween(4, 16);
        dial.getNow().close();
        pair.pass(Duration.ofMinutes(3));
        int closed = pair.seen.size();
        pair.pass(Duration.ofHours(1));
        assertThat(pair.seen).hasSize(closed);
    }

    @Test
    void silentServerIsAskedOnlyAsLongAsSomebodyWaits() {
        pair.passes = any -> false;
        Future<Channel> dial = live.dial(SITE);
        pair.pass(Duration.ofHours(1));

        assertThat(dial.cause()).isNotNull();
        assertThat(pair.times(true, INITIATION)).hasSize(2);
    }

    /** The paper's fifteen seconds are longer than a program waits. */
    @Test
    void dialThatWaitsFindsTheServerThatHasLostItsSession() {
        live.up();
        pair.pass(Duration.ofSeconds(10));
        pair.restartServer();
        pair.acceptStreams();
        Future<Channel> dial = live.dial(SITE);
        pair.pass(Duration.ofMillis(3500));

        assertThat(dial.isSuccess()).isTrue();
    }

    /** TCP would wait for 15 s, which is the whole budget of a program's request. */
    @Test
    void streamThatDoesNotOpenFailsWhileAnotherUpstreamMayStillBeAsked() {
        live.up();
        pair.pass(SECOND);
        pair.passes = any -> false;
        Future<Channel> dial = live.dial(SITE);
        pair.pass(OPENING.minusMillis(10));
        assertThat(dial.isDone()).isFalse();
        pair.pass(Duration.ofMillis(20));

        assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class,
                why -> assertThat(why.isUnreached()).isTrue());
        int before = pair.seen.size();
        pair.pass(Duration.ofMinutes(10));
        assertThat(pair.times(true, INITIATION)).as("nothing is asked for it any more").hasSizeLessThanOrEqualTo(3);
        assertThat(pair.seen.size() - before).isLessThan(3);
    }

    /** TCP would ask the next time after 7 s. */
    @Test
    void streamIsAskedForAnewAsSoonAsTheServerIsHeardAgain() {
        live.up();
        pair.pass(Duration.ofSeconds(10));
        pair.passes = any -> false;
        Future<Channel> dial = live.dial(SITE);
        pair.pass(Duration.ofMillis(3500));
        pair.passes = any -> true;
        pair.pass(Duration.ofSeconds(1));
        assertThat(dial.isDone()).isFalse();
        Future<Channel> other = live.dial(SITE);
        pair.pass(TunnelPair.DELAY.multipliedBy(4).plusMillis(5));

        assertThat(other.isSuccess()).isTrue();
        assertThat(dial.isSuccess()).isTrue();
        assertThat(pair.accepted).hasSizeLessThanOrEqualTo(3);
    }

    /** The resolver is behind the server, which says as little as it. */
    @Test
    void nameThatNobodyAnswersForIsTheSilenceOfTheServer() {
        live.up();
        pair.pass(SECOND);
        pair.passes = any -> false;
        Future<Channel> dial = live.dial(Destination.of("site.example", 80));
        pair.pass(OPENING.plusMillis(10));

        assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class,
                why -> assertThat(why.isUnreached()).isTrue());
    }

    /** It is told from a server that has lost the session by one handshake. */
    @Test
    void silentDestinationIsNotTheServersFault() {
        live.up();
        pair.pass(Duration.ofSeconds(10));
        pair.server.tunnel.receive(ByteBuf::release);
        Future<Channel> dial = live.dial(SITE);
        pair.pass(Duration.ofMinutes(1));

        assertThat(pair.times(true, INITIATION)).hasSizeLessThanOrEqualTo(3);
        assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class, why -> {
            assertThat(why.fault()).isEqualTo(Fault.SILENT);
            assertThat(why.stage()).as("the server has answered our doubt").isEqualTo(Stage.REQUEST);
        });
    }
}
