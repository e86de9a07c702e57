package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.protocol.wireguard.MessageKind.COOKIE;
import static org.byway.protocol.wireguard.MessageKind.INITIATION;
import static org.byway.protocol.wireguard.MessageKind.RESPONSE;
import static org.byway.protocol.wireguard.MessageKind.TRANSPORT;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.byway.model.NumberRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 5 and 6 of the paper, between two tunnels, in virtual time. */
class WireGuardTunnelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TunnelPair pair = new TunnelPair();

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void packetsGoBothWaysAfterTheHandshake() {
        pair.say(true, "there");
        pair.pass(SECOND);
        pair.say(false, "back");
        pair.pass(SECOND);

        assertThat(pair.server.received).containsExactly("there");
        assertThat(pair.client.received).containsExactly("back");
        assertThat(pair.client.established).isEqualTo(1);
        assertThat(pair.times(true, INITIATION)).hasSize(1);
        assertThat(pair.times(false, RESPONSE)).hasSize(1);
    }

    @Test
    void packetsWaitForTheHandshakeInTheirOrder() {
        IntStream.range(0, 100).forEach(i -> pair.say(true, "p" + i));
        pair.pass(SECOND);

        assertThat(pair.server.received)
                .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "p" + i).toList());
    }

    /** The server may not use the session before it was used (section 5.4.3), so we use it at once. */
    @Test
    void keepaliveFollowsAHandshakeThatWasBegunWithoutAPacket() {
        pair.client.tunnel.shakeHands();
        pair.pass(SECOND);

        assertThat(pair.times(true, TRANSPORT)).hasSize(1);
        pair.say(false, "now");
        pair.pass(SECOND);
        assertThat(pair.client.received).containsExactly("now");
    }

    @Test
    void nothingIsSentWhileNothingIsSaid() {
        pair.say(true, "there");
        pair.pass(SECOND);
        pair.say(false, "back");
        pair.pass(Duration.ofSeconds(30));
        int before = pair.seen.size();
        pair.pass(Duration.ofHours(24));

        assertThat(pair.seen).hasSize(before);
    }

    @Test
    void whatWasReceivedIsConfirmedAfterTenSeconds() {
        pair.client.tunnel.shakeHands();
        pair.pass(SECOND);
        int before = pair.seen.size();
        pair.say(false, "one way");
        Duration said = pair.now();
        pair.pass(Duration.ofSeconds(60));

        assertThat(pair.seen).hasSize(before + 2);
        TunnelPair.Seen keepalive = pair.seen.getLast();
        assertThat(keepalive.isFromClient()).isTrue();
        assertThat(keepalive.bytes().readableBytes()).isEqualTo(TRANSPORT.size());
        assertThat(keepalive.at().minus(said)).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_100));
    }

    @Test
    void sessionIsMadeAnewEveryTwoMinutesAndNothingIsLost() {
        for (int i = 0; i < 600; i++) {
            pair.say(true, "p" + i);
            pair.pass(SECOND);
        }

        assertThat(pair.server.received).hasSize(600);
        List<Duration> handshakes = pair.times(true, INITIATION);
        assertThat(handshakes).hasSize(5);
        assertThat(handshakes.get(1)).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(122));
        assertThat(pair.times(false, INITIATION)).isEmpty();
    }

    @Test
    void sessionThatOnlyReceivesIsMadeAnewBeforeItsEnd() {
        pair.client.tunnel.shakeHands();
        pair.pass(SECOND);
        for (int i = 0; i < 200; i++) {
            pair.say(false, "p" + i);
            pair.pass(SECOND);
        }

        assertThat(pair.client.received).hasSize(200);
        assertThat(pair.times(true, INITIATION)).hasSize(2);
        assertThat(pair.times(true, INITIATION).get(1)).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(167));
    }

    @Test
    void nothingIsTakenWithKeysOfThreeMinutes() {
        pair.say(true, "there");
        pair.pass(SECOND);
        ByteBuf early = lastFromClient(TRANSPORT);
        pair.passes = any -> false;
        pair.say(true, "late");
        ByteBuf late = lastFromClient(TRANSPORT);
        pair.pass(Duration.ofMinutes(3));
        pair.arrive(false, late);

        assertThat(early).isNotEqualTo(late);
        assertThat(pair.server.received).containsExactly("there");
    }

    @Test
    void initiationIsSentAgainEveryFiveSecondsWithJitterAndGivenUpAfterNinety() {
        pair.passes = any -> false;
        pair.say(true, "there");
        pair.pass(Duration.ofMinutes(10));

        List<Duration> tries = pair.times(true, INITIATION);
        assertThat(tries).hasSize(Times.MAX_ATTEMPTS);
        for (int i = 1; i < tries.size(); i++) {
            assertThat(tries.get(i).minus(tries.get(i - 1))).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5334));
        }
        assertThat(pair.client.gaveUp).isEqualTo(1);
    }

    @Test
    void newPacketBeginsAnewAfterGivingUp() {
        pair.passes = any -> false;
        pair.say(true, "lost");
        pair.pass(Duration.ofMinutes(10));
        pair.passes = any -> true;
        pair.say(true, "there");
        pair.pass(SECOND);

        assertThat(pair.server.received).containsExactly("there");
    }

    /** What is asked for anew gets another port of ours, and the name of the server another answer. */
    @Test
    void wayIsOpenedAnewAfterThreeInitiationsWithoutAnswer() {
        pair.passes = any -> false;
        pair.say(true, "there");
        pair.pass(Duration.ofSeconds(14));
        assertThat(pair.client.waysOpened()).isEqualTo(1);
        pair.pass(Duration.ofSeconds(4));

        assertThat(pair.client.waysOpened()).isEqualTo(2);
    }

    @Test
    void restartedServerIsNoticedWhenNothingComesBackForFifteenSeconds() {
        pair.say(true, "before");
        pair.pass(SECOND);
        pair.restartServer();
        for (int i = 0; i < 20; i++) {
            pair.say(true, "p" + i);
            pair.pass(SECOND);
        }

        assertThat(pair.server.received).contains("p17", "p18", "p19");
        assertThat(pair.times(true, INITIATION).get(1)).isBetween(Duration.ofSeconds(15), Duration.ofMillis(16_400));
    }

    @Test
    void datagramsFollowThePeerToWhereItsLastValidOneCameFrom() {
        pair.say(true, "here");
        pair.pass(SECOND);
        pair.serverPlace = Destination.of("192.0.2.77", 4500);
        pair.say(false, "from elsewhere");
        pair.pass(SECOND);
        pair.say(true, "to elsewhere");
        pair.pass(SECOND);

        assertThat(pair.server.received).containsExactly("here", "to elsewhere");
    }

    @Test
    void strangerDoesNotMoveThePeer() {
        pair.say(true, "here");
        pair.pass(SECOND);
        ByteBuf forged = lastFromClient(TRANSPORT);
        pair.serverPlace = Destination.of("192.0.2.66", 4500);
        pair.arrive(true, forged.setByte(20, forged.getByte(20) ^ 1));
        pair.serverPlace = TunnelPair.SERVER;
        pair.say(true, "still here");
        pair.pass(SECOND);

        assertThat(pair.server.received).containsExactly("here", "still here");
    }

    @Test
    void repeatedDatagramsAreTakenOnce() {
        pair.say(true, "once");
        pair.pass(SECOND);
        List<TunnelPair.Seen> all = List.copyOf(pair.seen);
        for (TunnelPair.Seen each : all) {
            pair.arrive(!each.isFromClient(), each.bytes());
        }
        pair.pass(SECOND);

        assertThat(pair.server.received).containsExactly("once");
        assertThat(pair.times(false, RESPONSE)).as("an old initiation gets no answer").hasSize(1);
    }

    @Test
    void lateDatagramsAreTakenWithinTheWindow() {
        pair.say(true, "first");
        pair.pass(SECOND);
        pair.passes = any -> false;
        pair.say(true, "late");
        ByteBuf late = lastFromClient(TRANSPORT);
        pair.passes = any -> true;
        IntStream.range(0, 2000).forEach(i -> pair.say(true, "x"));
        pair.pass(SECOND);
        pair.arrive(false, late);

        assertThat(pair.server.received.getLast()).isEqualTo("late");
    }

    @Test
    void everyShorterAndEveryChangedDatagramIsDropped() {
        pair.say(true, "there");
        pair.pass(SECOND);
        List<TunnelPair.Seen> all = List.copyOf(pair.seen);
        int received = pair.server.received.size() + pair.client.received.size();
        for (TunnelPair.Seen each : all) {
            for (int length = 0; length < each.bytes().readableBytes(); length++) {
                pair.arrive(!each.isFromClient(), each.bytes().slice(0, length));
                ByteBuf changed = Unpooled.copiedBuffer(each.bytes());
                pair.arrive(!each.isFromClient(), changed.setByte(length, changed.getByte(length) ^ 0x40));
            }
        }
        pair.pass(SECOND);

        assertThat(pair.server.received.size() + pair.client.received.size()).isEqualTo(received);
        pair.say(true, "again");
        pair.pass(SECOND);
        assertThat(pair.server.received.getLast()).isEqualTo("again");
    }

    @Test
    void packetsFromOrToAddressesThatAreNotThePeersAreDropped() {
        pair.say(true, "there");
        pair.pass(SECOND);
        pair.client.tunnel.send(TunnelPair.packet("10.0.0.3", "10.0.0.1", "spoofed"));
        pair.client.tunnel.send(TunnelPair.packet("10.0.0.2", "192.0.2.1", "elsewhere"));
        pair.client.tunnel.send(Unpooled.buffer().writeByte(0x45));
        pair.client.tunnel.flush();
        pair.pass(SECOND);

        assertThat(pair.server.received).containsExactly("there");
    }

    /** Section 5.4.7: the cookie goes into the next initiation, whose time is not brought forward. */
    @Test
    void cookieIsUsedByTheNextInitiation() {
        pair.passes = any -> false;
        pair.client.tunnel.shakeHands();
        TunnelPair.Seen first = pair.seen.getFirst();
        pair.arrive(true, CookieReplies.to(first.bytes(), pair.serverPublicKey()));
        pair.pass(Duration.ofMillis(4900));
        assertThat(pair.times(true, INITIATION)).hasSize(1);
        pair.pass(SECOND);

        ByteBuf second = lastFromClient(INITIATION);
        assertThat(CookieReplies.hasSecondCode(first.bytes())).isFalse();
        assertThat(CookieReplies.hasSecondCode(second)).isTrue();
        assertThat(CookieReplies.isSecondCodeRight(second)).isTrue();
    }

    @Test
    void cookieForAnotherMessageIsIgnored() {
        pair.passes = any -> false;
        pair.client.tunnel.shakeHands();
        ByteBuf reply = CookieReplies.to(pair.seen.getFirst().bytes(), pair.serverPublicKey());
        pair.arrive(true, reply.setByte(40, reply.getByte(40) ^ 1));
        pair.pass(Duration.ofSeconds(6));

        assertThat(reply.readableBytes()).isEqualTo(COOKIE.size());
        assertThat(CookieReplies.hasSecondCode(lastFromClient(INITIATION))).isFalse();
    }

    @Test
    void keepaliveKeepsTheWayOpenWhereItIsWanted() {
        try (TunnelPair kept = new TunnelPair(Optional.empty(), Optional.empty(), Optional.of(NumberRange.of(25)))) {
            kept.client.tunnel.shakeHands();
            kept.pass(Duration.ofSeconds(100));

            assertThat(kept.times(true, TRANSPORT)).hasSizeBetween(4, 5);
        }
    }

    @Test
    void keepaliveIsNotSentWhereNobodyWantsAnything() {
        try (TunnelPair kept = new TunnelPair(Optional.empty(), Optional.empty(), Optional.of(NumberRange.of(25)))) {
            kept.client.tunnel.shakeHands();
            kept.pass(SECOND);
            kept.isWanting = false;
            int before = kept.seen.size();
            kept.pass(Duration.ofHours(1));
            assertThat(kept.seen).hasSize(before);

            kept.isWanting = true;
            kept.say(true, "again");
            kept.pass(SECOND);
            int said = kept.times(true, TRANSPORT).size();
            kept.pass(Duration.ofSeconds(60));
            assertThat(kept.server.received).containsExactly("again");
            assertThat(kept.times(true, TRANSPORT)).hasSize(said + 2);
        }
    }

    @Test
    void silentServerIsLeftInPeaceOnceNobodyWaits() {
        pair.passes = any -> false;
        pair.client.tunnel.shakeHands();
        pair.pass(Duration.ofSeconds(6));
        pair.isWanting = false;
        pair.pass(Duration.ofMinutes(10));
        assertThat(pair.times(true, INITIATION)).hasSize(2);

        pair.isWanting = true;
        pair.passes = any -> true;
        pair.say(true, "there");
        pair.pass(SECOND);
        assertThat(pair.server.received).containsExactly("there");
    }

    /** Rekeys, restarts and loss for a day: no session, port or packet is left behind. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dayOfLossAndRestartsLeavesNothingBehind(int seed) {
        Random random = new Random(seed);
        pair.passes = any -> random.nextInt(10) > 0;
        int said = 0;
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 0; i < 200; i++) {
                pair.say(random.nextBoolean(), "p" + said++);
                pair.pass(Duration.ofMillis(random.nextInt(40_000)));
                pair.seen.clear();
            }
            pair.restartServer();
        }
        int received = pair.client.received.size();
        pair.passes = any -> true;
        pair.pass(Duration.ofMinutes(2));
        pair.say(true, "at last");
        pair.pass(Duration.ofSeconds(30));
        pair.say(true, "and again");
        pair.pass(Duration.ofSeconds(30));

        assertThat(received).isPositive();
        assertThat(pair.server.received).contains("and again");
        assertThat(pair.client.tunnel.sessions()).isLessThanOrEqualTo(4);
        pair.pass(Duration.ofMinutes(10));
        assertThat(pair.client.tunnel.sessions()).as("all keys are forgotten").isZero();
    }

    private ByteBuf lastFromClient(MessageKind kind) {
        return pair.seen.stream().filter(it -> it.isFromClient() && it.isPlain(kind)).reduce((one, other) -> other)
                .orElseThrow().bytes();
    }
}
