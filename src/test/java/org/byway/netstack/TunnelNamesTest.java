package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.TunnelScript.Datagram;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Destinations that are names, found by the tunnel's own resolvers. */
class TunnelNamesTest {
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int NAME_ERROR = 0x8183;
    private static final int SERVER_FAILURE = 0x8182;
    private static final int TRUNCATED = 0x8380;

    private final TunnelScript script = TunnelScript.ofBothFamilies();

    @AfterEach
    void close() {
        script.close();
    }

    private List<Datagram> asked(String name) {
        Datagram first = script.seesDatagram();
        Datagram second = script.seesDatagram();
        assertThat(List.of(first.type(), second.type())).containsExactly(AAAA, A);
        assertThat(new String(first.question(), StandardCharsets.ISO_8859_1)).contains(name);
        return List.of(first, second);
    }

    @Test
    void bothFamiliesAreAskedForAndSixIsTriedFirst() {
        script.dial("www.example.org");
        List<Datagram> queries = asked("example");
        assertThat(queries).allMatch(it -> it.route().destination().equals(TunnelScript.FIRST_RESOLVER));
        assertThat(queries.get(0).datagram().sourcePort()).isNotEqualTo(queries.get(1).datagram().sourcePort());
        script.answer(queries.get(1), "203.0.113.9");
        script.seesNothing(); // the other family may still come
        script.answer(queries.get(0), "2001:db8::9");

        assertThat(script.seesSyn().destination()).isEqualTo(TunnelScript.address("2001:db8::9"));
        script.time.advance(Duration.ofMillis(250));
        assertThat(script.seesSyn().destination()).isEqualTo(TunnelScript.address("203.0.113.9"));
    }

    @Test
    void familyThatIsNeverAnsweredIsNotWaitedFor() {
        script.dial("www.example.org");
        script.answer(asked("www").get(1), "203.0.113.9");
        script.time.advance(Duration.ofMillis(50));

        assertThat(script.seesSyn().destination()).isEqualTo(TunnelScript.address("203.0.113.9"));
    }

    @Test
    void answerIsKeptForItsTime() {
        script.dial("www.example.org").cancel(false);
        List<Datagram> queries = asked("www");
        script.answer(queries.get(0));
        script.answer(queries.get(1), "203.0.113.9");
        script.dial("WWW.example.org.").cancel(false);
        assertThat(script.seesSyn().destination()).isEqualTo(TunnelScript.address("203.0.113.9"));

        script.time.advance(Duration.ofSeconds(61));
        script.dial("www.example.org").cancel(false);
        asked("www");
    }

    @Test
    void dialsThatAskTheSameShareTheQuestion() {
        Future<Channel> first = script.dial("www.example.org");
        Future<Channel> second = script.dial("www.example.org");
        List<Datagram> queries = asked("www");
        script.seesNothing();
        queries.forEach(query -> script.answer(query, 0x8183));

        assertThat(List.of(first, second)).allMatch(Future::isDone);
    }

    @Test
    void nextResolverIsAskedAfterASecondAndAllThreeTimes() {
        Future<Channel> dial = script.dial("www.example.org");
        asked("www");
        script.time.advance(Duration.ofSeconds(1));
        assertThat(asked("www")).allMatch(it -> it.route().destination().equals(TunnelScript.SECOND_RESOLVER));
        script.time.advance(Duration.ofSeconds(10));

        assertThat(script.device.sent()).hasSize(8);
        assertThat(TunnelScript.failure(dial).fault()).isEqualTo(Fault.SILENT);
        assertThat(TunnelScript.failure(dial).blame()).isEqualTo(Blame.UNKNOWN);
    }

    @Test
    void nameThatDoesNotExistBlamesTheDestination() {
        Future<Channel> dial = script.dial("nowhere.example.org");
        asked("nowhere").forEach(query -> script.answer(query, NAME_ERROR));

        assertThat(TunnelScript.failure(dial).fault()).isEqualTo(Fault.NAME_NOT_FOUND);
        assertThat(TunnelScript.failure(dial).blame()).isEqualTo(Blame.DESTINATION);
    }

    @Test
    void resolverThatFailsIsFollowedByTheNextAtOnce() {
        Future<Channel> dial = script.dial("www.example.org");
        asked("www").forEach(query -> script.answer(query, SERVER_FAILURE));
        assertThat(asked("www")).allMatch(it -> it.route().destination().equals(TunnelScript.SECOND_RESOLVER));
        assertThat(dial.isDone()).isFalse();
    }

    @Test
    void answerOfAStrangerIsIgnored() {
        script.dial("www.example.org");
        Datagram query = asked("www").get(1);
        ByteBuf otherId = Unpooled.buffer().writeShort(query.id() ^ 1).writeShort(0x8180).writeShort(1).writeShort(1)
                .writeInt(0).writeBytes(query.question()).writeShort(0xc00c).writeShort(A).writeShort(1).writeInt(60)
                .writeShort(4).writeInt(0x01020304);
        IpRoute back = query.route().reversed();
        int port = query.datagram().sourcePort();
        script.datagramComes(back, 53, port, otherId.copy());
        ByteBuf right = otherId.setShort(0, query.id());
        script.datagramComes(new IpRoute(TunnelScript.address("10.66.0.1"), back.destination()), 53, port,
                right.copy());
        script.datagramComes(back, 54, port, right.copy());
        ByteBuf otherName = right.copy().setByte(13, 'x');
        script.datagramComes(back, 53, port, otherName);
        script.time.advance(Duration.ofMillis(100));

        script.seesNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"printer", "printer.local", "a..example.org"})
    void nameOfALocalNetworkIsNotAskedFor(String name) {
        assertThat(TunnelScript.failure(script.dial(name)).fault()).isEqualTo(Fault.NAME_NOT_FOUND);
        script.seesNothing();
    }

    @Test
    void answerThatDoesNotFitIsAskedForOverTcp() {
        script.dial("big.example.org");
        List<Datagram> queries = asked("big");
        script.answer(queries.get(0));
        script.answer(queries.get(1), TRUNCATED);
        IpPacket packet = script.next();
        TcpSegment syn = script.accept(packet);
        assertThat(syn.ports().destination()).isEqualTo(53);
        script.next(); // the acknowledgment
        IpPacket question = script.next();
        TcpSegment query = Objects.requireNonNull(TcpSegment.read(question));
        assertThat(query.payload().readableBytes()).isEqualTo(2 + query.payload().getUnsignedShort(0));

        ByteBuf answer = Unpooled.buffer().writeShort(0).writeShort(queries.get(1).id()).writeShort(0x8180)
                .writeShort(1).writeShort(1).writeInt(0).writeBytes(queries.get(1).question()).writeShort(0xc00c)
                .writeShort(A).writeShort(1).writeInt(60).writeShort(4).writeInt(0xcb007109);
        answer.setShort(0, answer.readableBytes() - 2);
        script.segmentComes(packet.route().reversed(), new TcpSegment(syn.ports().reversed(), 5_001,
                query.sequence() + query.payload().readableBytes(), TcpFlags.ACK, 60_000, TcpOptions.NONE, answer));
        List<IpPacket> sent = script.device.sent().stream()
                .map(it -> Objects.requireNonNull(IpPacket.read(Unpooled.wrappedBuffer(it)))).toList();

        assertThat(sent).anyMatch(it -> it.route().destination().equals(TunnelScript.address("203.0.113.9")));
    }

    @Test
    void canonicalNamesAreFollowed() {
        script.dial("www.example.org");
        List<Datagram> queries = asked("www");
        script.answer(queries.get(0));
        ByteBuf answer = Unpooled.buffer().writeShort(queries.get(1).id()).writeShort(0x8180).writeShort(1)
                .writeShort(2).writeInt(0).writeBytes(queries.get(1).question());
        answer.writeShort(0xc00c).writeShort(5).writeShort(1).writeInt(60).writeShort(6).writeByte(3)
                .writeBytes(TunnelScript.text("cdn")).writeShort(0xc010); // cdn.example.org
        int target = answer.writerIndex() - 6;
        answer.writeShort(0xc000 | target).writeShort(A).writeShort(1).writeInt(60).writeShort(4).writeInt(0xcb007109);
        script.datagramComes(queries.get(1).route().reversed(), 53, queries.get(1).datagram().sourcePort(), answer);

        assertThat(script.seesSyn().destination()).isEqualTo(TunnelScript.address("203.0.113.9"));
    }

    @Test
    void nameWhoseAddressesAreAllBeyondTheTunnelsReachFailsAtOnce() {
        script.device.hasNoWayTo(TunnelScript.address("203.0.113.9"));
        script.device.hasNoWayTo(TunnelScript.address("2001:db8::9"));
        Future<Channel> dial = script.dial("www.example.org");
        List<Datagram> queries = asked("www");
        script.answer(queries.get(0), "2001:db8::9");
        script.answer(queries.get(1), "203.0.113.9");

        assertThat(TunnelScript.failure(dial).stage()).isEqualTo(Stage.REQUEST);
        assertThat(TunnelScript.failure(dial).blame()).isEqualTo(Blame.DESTINATION);
        assertThat(TunnelScript.failure(dial).fault()).isEqualTo(Fault.FORBIDDEN);
        script.seesNothing();
        assertThat(TunnelScript.failure(script.dial("203.0.113.9")).fault()).isEqualTo(Fault.FORBIDDEN);
    }

    @Test
    void addressWithinReachIsTriedFirst() {
        script.device.hasNoWayTo(TunnelScript.address("2001:db8::9"));
        script.dial("www.example.org");
        List<Datagram> queries = asked("www");
        script.answer(queries.get(0), "2001:db8::9");
        script.answer(queries.get(1), "203.0.113.9");

        assertThat(script.seesSyn().destination()).isEqualTo(TunnelScript.address("203.0.113.9"));
    }

    @Test
    void resolverBeyondReachIsNotAsked() {
        ScriptDevice device = new ScriptDevice(1_420);
        device.hasNoWayTo(TunnelScript.FIRST_RESOLVER);
        TunnelStack stack = new TunnelStack(device, TunnelPair.ADDRESSES, script.time.loop(), new Random(7));
        Future<Channel> dial = stack.streams().dial(Destination.of("www.example.org", 443), script.time.loop());
        script.time.run();

        assertThat(TunnelScript.failure(dial).fault()).isEqualTo(Fault.UNREACHABLE);
        assertThat(TunnelScript.failure(dial).blame()).isEqualTo(Blame.UPSTREAM);
        assertThat(device.sent()).isEmpty();
        stack.close();
    }

    @Test
    void familyThatTheTunnelLacksIsNotAskedFor() {
        try (TunnelScript single = new TunnelScript("10.8.0.2")) {
            single.dial("www.example.org");

            assertThat(single.seesDatagram().type()).isEqualTo(A);
            single.seesNothing();
            assertThat(TunnelScript.failure(single.dial("2001:db8::9")).fault()).isEqualTo(Fault.UNREACHABLE);
        }
    }
}
