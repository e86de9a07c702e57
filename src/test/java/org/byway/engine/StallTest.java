package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.byway.engine.EngineWorld.entry;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.blame.Evidence;
import org.byway.engine.blame.Kinship;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.Rank;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Pace;
import org.byway.engine.reason.Reason;
import org.byway.engine.standing.StandingStream;
import org.byway.engine.standing.StandingStreams;
import org.byway.engine.standing.TlsRecords;
import org.byway.engine.standing.WireCount;
import org.byway.model.ListEntry;
import org.byway.net.Outcome;
import org.byway.net.Relay;
import org.byway.net.Stall;
import org.byway.net.TrafficMeter;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FakeUpstream;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What relayed streams show by standing still, and what ordinary traffic does not. */
class StallTest {
    private static final int KIB = 1024;
    private static final int RECORD_HEADER = 5;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final TestScheduler time = new TestScheduler();
    private final List<Outcome.Stalled> seen = new ArrayList<>();
    private final StandingStreams standing = new StandingStreams(new DialWatch() {
        @Override
        public void saw(Evidence evidence) {
            seen.add((Outcome.Stalled) evidence.outcome());
        }

        @Override
        public void gaveUp(Reason.Failed last) {}

        @Override
        public void nothingToTry() {}
    });

    @AfterEach
    void close() {
        time.close();
    }

    @Test
    void answerThatStopsInsideARecordWhereFiltersStopIsAFreeze() {
        Stream stream = new Stream(one, true);
        stream.asks();
        stream.gives(record(16 * KIB).readSlice(15 * KIB));
        time.advance(Duration.ofSeconds(1));

        assertThat(seen).singleElement()
                .satisfies(it -> assertThat(it.how()).isEqualTo(Stall.FREEZES))
                .satisfies(it -> assertThat(it.bytes()).isEqualTo(15 * KIB));
    }

    @Test
    void pageThatSimplyEndsThereIsNone() {
        Stream stream = new Stream(one, true);
        stream.asks();
        stream.gives(record(16 * KIB));
        time.advance(LONG);

        assertThat(seen).isEmpty();
    }

    @Test
    void freezeElsewhereIsNoneWhereAStreamOfTheSameUpstreamGoesOn() {
        Stream stream = new Stream(one, true);
        Stream other = new Stream(one, true);
        stream.asks();
        stream.gives(record(16 * KIB).readSlice(15 * KIB));
        for (int i = 0; i < 40; i++) {
            other.gives(bytes(8 * KIB));
            time.advance(Duration.ofMillis(100));
        }

        assertThat(seen).isEmpty();
    }

    /** A page that its own server never ended stands there for minutes. */
    @Test
    void oldOneThatStoodStillWhileOthersWentOnHidesNoFreeze() {
        Stream old = new Stream(one, true);
        old.gives(record(16 * KIB).readSlice(15 * KIB));
        new Stream(one, true).gives(bytes(100 * KIB));
        time.advance(Duration.ofSeconds(5));
        assertThat(seen).isEmpty();
        Stream stream = new Stream(one, true);
        stream.gives(record(16 * KIB).readSlice(15 * KIB));
        time.advance(Duration.ofSeconds(1));

        assertThat(seen).containsExactly(new Outcome.Stalled(Stall.FREEZES, 1, 15 * KIB));
    }

    /** As where a sealed chunk has come in part: the program has had less than the filter let through. */
    @Test
    void chunkThatIsHeldBackIsAFreeze() {
        Stream stream = new Stream(one, true);
        stream.gives(record(KIB));
        stream.upstream.pipeline().get(Chunks.class).isHolding = true;
        stream.gives(bytes(15 * KIB));
        time.advance(Duration.ofSeconds(1));

        assertThat(seen).singleElement().extracting(Outcome.Stalled::how).isEqualTo(Stall.FREEZES);
    }

    @Test
    void smallerAndLargerAnswersAreNoFreeze() {
        Stream small = new Stream(one, true);
        small.gives(record(16 * KIB).readSlice(11 * KIB));
        Stream large = new Stream(two, true);
        large.gives(record(16 * KIB));
        large.gives(record(16 * KIB).readSlice(12 * KIB));
        time.advance(LONG);

        assertThat(seen).isEmpty();
    }

    @Test
    void withoutRecordsOneThatStopsIsNotEnough() {
        Stream stream = new Stream(one, false);
        stream.gives(bytes(16 * KIB));
        time.advance(LONG);
        assertThat(seen).isEmpty();
        Stream other = new Stream(one, false);
        other.gives(bytes(16 * KIB));
        time.advance(LONG);

        assertThat(seen).singleElement().extracting(Outcome.Stalled::streams).isEqualTo(2);
    }

    @Test
    void severalThatAreOwedAnAnswerAreADebt() {
        List.of(new Stream(one, true), new Stream(one, true)).forEach(Stream::asks);
        time.advance(Duration.ofSeconds(4));

        assertThat(seen).singleElement().extracting(Outcome.Stalled::how).isEqualTo(Stall.OWES);
    }

    @Test
    void oneLongPollIsNone() {
        new Stream(one, true).asks();
        time.advance(LONG);

        assertThat(seen).isEmpty();
    }

    @Test
    void longPollsAreNoneWhileAnythingElseIsAnswered() {
        List.of(new Stream(one, true), new Stream(one, true)).forEach(Stream::asks);
        Stream busy = new Stream(one, true);
        for (int i = 0; i < 100; i++) {
            busy.asks();
            busy.gives(bytes(100));
            time.advance(Duration.ofMillis(500));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void debtIsToldOnce() {
        List.of(new Stream(one, true), new Stream(one, true)).forEach(Stream::asks);
        time.advance(LONG);

        assertThat(seen).hasSize(1);
    }

    @Test
    void uploadThatIsTakenIsProgress() {
        List<Stream> uploads = List.of(new Stream(one, true), new Stream(one, true));
        for (int i = 0; i < 100; i++) {
            uploads.forEach(Stream::asks);
            time.advance(Duration.ofMillis(500));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void uploadThatIsTakenNoMoreIsADebt() {
        List<Stream> uploads = List.of(new Stream(one, true), new Stream(one, true));
        uploads.forEach(it -> it.upstream.fill());
        for (int i = 0; i < 100; i++) {
            uploads.forEach(Stream::asks);
            time.advance(Duration.ofMillis(100));
        }

        assertThat(seen).extracting(Outcome.Stalled::how).containsOnly(Stall.OWES).isNotEmpty();
    }

    @Test
    void idleKeepAliveOwesNothing() {
        for (Stream each : List.of(new Stream(one, true), new Stream(one, true))) {
            each.asks();
            time.advance(Duration.ofMillis(300));
            each.gives(bytes(500));
        }
        time.advance(LONG);

        assertThat(seen).isEmpty();
    }

    @Test
    void answersThatCrawlAreTold() {
        Stream fast = new Stream(one, true);
        for (int i = 0; i < 30; i++) {
            fast.gives(bytes(4 * KIB));
            time.advance(Duration.ofMillis(100));
        }
        List<Stream> streams = IntStream.range(0, 100).mapToObj(i -> new Stream(one, true)).toList();
        for (int i = 0; i < 6; i++) {
            streams.forEach(each -> each.gives(bytes(KIB)));
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(seen).isNotEmpty().extracting(Outcome.Stalled::how).containsOnly(Stall.TRICKLES);
    }

    /** Too short to be looked at while they last. */
    @Test
    void answersThatCrawlAreToldWherePagesWereFast() {
        for (int i = 0; i < 5; i++) {
            Stream page = new Stream(one, true);
            page.gives(bytes(64 * KIB));
            page.client.close();
            time.advance(Duration.ofMillis(100));
        }
        List<Stream> streams = IntStream.range(0, 3).mapToObj(i -> new Stream(one, true)).toList();
        for (int i = 0; i < 6; i++) {
            streams.forEach(each -> each.gives(bytes(KIB)));
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(seen).isNotEmpty().extracting(Outcome.Stalled::how).containsOnly(Stall.TRICKLES);
    }

    @Test
    void oldStreamsOfSeldomEventsAreNone() {
        List<Stream> streams = List.of(new Stream(one, true), new Stream(one, true), new Stream(one, true));
        streams.forEach(each -> each.gives(bytes(100 * KIB)));
        time.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 60; i++) {
            streams.forEach(each -> each.gives(bytes(100)));
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void slowSteadyDownloadAloneIsNone() {
        Stream stream = new Stream(one, true);
        for (int i = 0; i < 600; i++) {
            stream.gives(bytes(KIB));
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void answersThatAreResetInsideARecordAreToldAfterTheSecond() {
        breakInside(new Stream(one, true), 8 * KIB);
        assertThat(seen).isEmpty();
        breakInside(new Stream(one, true), 9 * KIB);

        assertThat(seen).containsExactly(new Outcome.Stalled(Stall.BREAKS, 2, 9 * KIB));
    }

    @Test
    void resetsAreNoneWhereAStreamOfTheSameUpstreamGoesOnBetween() {
        breakInside(new Stream(one, true), 8 * KIB);
        new Stream(one, true).gives(bytes(100 * KIB));
        time.advance(Duration.ofSeconds(1));
        breakInside(new Stream(one, true), 8 * KIB);

        assertThat(seen).isEmpty();
    }

    @Test
    void resetsThatAreFarApartAreNone() {
        for (int i = 0; i < 5; i++) {
            breakInside(new Stream(one, true), 8 * KIB);
            time.advance(Duration.ofSeconds(20));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void resetAfterAWholeAnswerIsNone() {
        for (int i = 0; i < 5; i++) {
            Stream stream = new Stream(one, true);
            stream.gives(record(8 * KIB));
            stream.isReset();
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void programThatLeavesInsideAnAnswerSaysNothing() {
        for (int i = 0; i < 5; i++) {
            Stream stream = new Stream(one, true);
            stream.gives(record(16 * KIB).readSlice(8 * KIB));
            stream.client.close();
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void streamsThatWeHaveCutOurselvesAreNone() {
        List<Stream> streams = List.of(new Stream(one, true), new Stream(one, true));
        streams.forEach(each -> each.gives(record(16 * KIB).readSlice(8 * KIB)));
        time.advance(Duration.ofSeconds(3));
        standing.close(one.id());
        time.advance(Duration.ofSeconds(1));

        assertThat(streams).noneMatch(each -> each.upstream.isOpen());
        assertThat(seen).isEmpty();
    }

    private void breakInside(Stream stream, int bytes) {
        stream.gives(record(16 * KIB).readSlice(bytes));
        stream.isReset();
    }

    @Test
    void streamsOfADownedUpstreamAreCutAndNoOthers() {
        Stream cut = new Stream(one, true);
        Stream kept = new Stream(two, true);
        time.advance(Duration.ofSeconds(3));
        standing.close(one.id());
        time.run();

        assertThat(List.of(cut.client.isOpen(), cut.upstream.isOpen(), kept.client.isOpen()))
                .containsExactly(false, false, true);
    }

    /** A server at its limit refuses new streams while the old ones flow. */
    @Test
    void streamThatMovesIsCutOnlyWhenItStops() {
        Stream stream = new Stream(one, true);
        stream.gives(bytes(16 * KIB));
        standing.close(one.id());
        time.advance(Duration.ofSeconds(1));
        stream.gives(bytes(16 * KIB));
        time.advance(Duration.ofSeconds(2));
        assertThat(stream.client.isOpen()).isTrue();
        time.advance(Duration.ofSeconds(2));

        assertThat(stream.client.isOpen()).isFalse();
    }

    /** A page that would take minutes is better asked for again. */
    @Test
    void pageThatCrawlsIsCutAtOnce() {
        Stream stream = new Stream(one, true);
        for (int i = 0; i < 10; i++) {
            stream.gives(bytes(100));
            time.advance(Duration.ofMillis(250));
        }
        standing.close(one.id());
        time.run();

        assertThat(stream.client.isOpen()).isFalse();
    }

    @Test
    void streamThatHasEndedMeanwhileIsNotCutOnceMore() {
        Stream stream = new Stream(one, true);
        stream.gives(bytes(100));
        standing.close(one.id());
        time.run();
        stream.client.close();
        time.run();
        assertThat(stream.upstream.isOpen()).isFalse();
        time.advance(Duration.ofSeconds(3));

        assertThatCode(stream.upstream::checkException).doesNotThrowAnyException();
    }

    /** As a TLS server sends it. */
    private static ByteBuf record(int bytes) {
        return Unpooled.buffer().writeByte(23).writeShort(0x0303).writeShort(bytes - RECORD_HEADER)
                .writeZero(bytes - RECORD_HEADER);
    }

    private static ByteBuf bytes(int count) {
        return Unpooled.wrappedBuffer(new byte[count]);
    }

    /** Holds what is a part of a chunk. */
    private static final class Chunks extends ChannelInboundHandlerAdapter {
        private boolean isHolding;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (isHolding) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }
    }

    /** A program's stream through an upstream. */
    private final class Stream {
        private final EmbeddedDuplex client = time.channel();
        private final EmbeddedDuplex upstream = time.channel();
        private final WireCount wire = new WireCount();

        Stream(ListEntry through, boolean isTls) {
            Optional<TlsRecords> records = isTls ? Optional.of(new TlsRecords()) : Optional.empty();
            upstream.pipeline().addLast(wire).addLast(new Chunks());
            records.ifPresent(it -> upstream.pipeline().addLast(it));
            Relay relay = Relay.join(client, upstream, new TrafficMeter());
            Candidate candidate = new Candidate(EngineWorld.name(through), new FakeUpstream(time), HealthState.ALIVE,
                    new Pace(), Kinship.of(through.endpoint()), Rank.ALIVE);
            standing.add(through.id(), upstream);
            standing.watch(new StandingStream(candidate, upstream, wire, relay, records));
        }

        void asks() {
            client.writeInbound(bytes(100));
            time.run();
        }

        void isReset() {
            upstream.pipeline().fireExceptionCaught(new IOException("reset"));
            time.advance(Duration.ofSeconds(1));
        }

        void gives(ByteBuf some) {
            upstream.writeInbound(some);
            time.run();
        }
    }
}
