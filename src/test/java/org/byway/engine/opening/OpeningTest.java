package org.byway.engine.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.byway.engine.EngineWorld;
import org.byway.engine.EngineWorld.Request;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Pace;
import org.byway.model.Destination;
import org.byway.model.ListEntry;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.Hello;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a program's request to the first byte back, in virtual time. */
class OpeningTest {
    private static final String ANSWER = "answer";
    private static final String QUESTION = "GET / HTTP/1.1\r\nHost: page.example\r\n\r\n";

    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final ListEntry four = entry("four");
    private final EngineWorld world = EngineWorld.over(one, two, three, four);

    @AfterEach
    void releaseAll() {
        world.close();
    }

    @Test
    void slowDialHasARivalWhichMayWin() {
        world.of(one).opensAfter(Duration.ofSeconds(4));
        Request request = world.ask();
        world.time.advance(Pace.UNKNOWN.minusMillis(1));
        assertThat(world.dials(two)).isZero();
        world.time.advance(Duration.ofMillis(1));

        assertThat(request.isOpen()).isTrue();
        assertThat(world.of(one).dials().getFirst().promise().isCancelled()).isTrue();
    }

    @Test
    void leadThatIsReadyFirstEndsItsRival() {
        world.of(one).opensAfter(Duration.ofMillis(800));
        world.of(two).silent();
        Request request = world.ask();
        world.time.advance(Duration.ofSeconds(1));

        assertThat(request.isOpen()).isTrue();
        assertThat(world.of(two).dials().getFirst().promise().isCancelled()).isTrue();
    }

    @Test
    void thirdIsDialledLaterAndNoFourth() {
        List.of(one, two, three, four).forEach(each -> world.of(each).silent());
        world.ask();
        world.time.advance(Pace.UNKNOWN.multipliedBy(2));
        assertThat(world.dials(one, two, three)).isEqualTo(3);
        world.time.advance(Pace.UNKNOWN.multipliedBy(4));

        assertThat(world.dials(four)).isZero();
    }

    @Test
    void fastUpstreamHasARivalSooner() {
        for (int i = 0; i < 10; i++) {
            finished(world.ask());
            world.time.advance(Duration.ofMillis(200));
        }
        world.of(one).silent();
        world.ask();
        world.time.advance(Pace.SHORTEST);

        assertThat(world.dials(two)).isOne();
    }

    @Test
    void rivalsAreATenthOfTheDials() {
        for (int i = 0; i < 300; i++) {
            world.of(one).opensAfter(Duration.ofMillis(i % 2 == 0 ? 1 : 800)); // slow as often as not
            world.of(two).opensAfter(Duration.ofSeconds(2)); // and its rival slower
            Request request = world.ask();
            world.time.advance(Duration.ofSeconds(3));
            finished(request);
        }

        assertThat(world.dials(one, two, three, four)).isLessThanOrEqualTo(300 + 36);
    }

    @Test
    void clientHelloThatIsOwedAnAnswerIsSaidAgain() {
        Request request = say(Hello.usual());
        world.time.advance(Pace.UNKNOWN);
        answer(two);

        assertThat(said(one)).isEqualTo(said(two)).isEqualTo(text(Hello.usual()));
        assertThat(heard(request)).isEqualTo(ANSWER);
        assertThat(through(one).isOpen()).isFalse();
    }

    @Test
    void lateAnswerOfTheFirstStillWinsWhereItIsSooner() {
        Request request = say(Hello.usual());
        world.time.advance(Pace.UNKNOWN);
        answer(one);

        assertThat(heard(request)).isEqualTo(ANSWER);
        assertThat(through(two).isOpen()).isFalse();
    }

    @Test
    void nothingIsSaidAgainAfterTheFirstByte() {
        say(Hello.usual());
        answer(one);
        world.time.advance(Duration.ofMinutes(1));

        assertThat(world.dials(two)).isZero();
    }

    @Test
    void clientHelloThatWasCutIsSaidAgainAtOnce() {
        Request request = say(Hello.usual());
        through(one).close();
        world.time.run();
        answer(two);

        assertThat(heard(request)).isEqualTo(ANSWER);
    }

    /** With protocols that confirm nothing a reset shows when the first bytes are written. */
    @Test
    void clientHelloThatFindsAStreamCutIsSaidToTheNext() {
        world.of(one).unconfirmed().cuts();
        Request request = say(Hello.usual());
        answer(two);

        assertThat(said(two)).isEqualTo(text(Hello.usual()));
        assertThat(heard(request)).isEqualTo(ANSWER);
    }

    @Test
    void allThatAreCutAreLeftOneAfterTheOther() {
        List.of(one, two).forEach(each -> world.of(each).cuts());
        Request request = say(Hello.usual());
        answer(three);

        assertThat(heard(request)).isEqualTo(ANSWER);
    }

    /** Some of it may have left. */
    @Test
    void orderThatFindsAStreamCutIsNotSaidAgain() {
        world.of(two).opensAfter(Duration.ofMillis(100)).cuts();
        Request request = world.ask();
        through(one).close();
        world.time.run();
        hear(request, ascii("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx"));
        world.time.advance(Duration.ofMinutes(1));

        assertThat(world.dials(two)).isOne();
        assertThat(world.dials(three)).isZero();
        assertThat(request.client.isOpen()).isFalse();
    }

    @Test
    void questionOfHttpIsSaidAgain() {
        Request request = say(ascii(QUESTION));
        through(one).endInput();
        world.time.run();
        answer(two);

        assertThat(said(two)).isEqualTo(QUESTION);
        assertThat(heard(request)).isEqualTo(ANSWER);
    }

    @Test
    void orderOfHttpIsNotSaidAgain() {
        Request request = say(ascii("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx"));
        through(one).close();
        world.time.advance(Duration.ofMinutes(1));

        assertThat(world.dials(two)).isZero();
        assertThat(request.client.isOpen()).isFalse();
    }

    @Test
    void bytesAfterTheClientHelloEndTheKeeping() {
        Request request = say(Hello.usual());
        hear(request, ascii("more"));
        through(one).close();
        world.time.run();

        assertThat(world.dials(two)).isZero();
        assertThat(request.client.isOpen()).isFalse();
    }

    @Test
    void programThatHasSaidNothingIsMovedUnseen() {
        Request request = world.ask();
        through(one).close();
        world.time.run();
        answer(two);

        assertThat(heard(request)).isEqualTo(ANSWER);
    }

    @Test
    void programThatHasSaidNothingAndWaitsIsLeftAlone() {
        world.ask();
        world.time.advance(Duration.ofMinutes(5));

        assertThat(world.dials(two)).isZero();
        assertThat(through(one).isOpen()).isTrue();
    }

    @Test
    void partOfAClientHelloIsCompletedThroughTheNext() {
        ByteBuf hello = Hello.usual();
        Request request = say(hello.retainedSlice(0, 100));
        through(one).close();
        world.time.run();
        hear(request, hello.slice(100, hello.readableBytes() - 100));

        assertThat(said(two)).isEqualTo(text(Hello.usual()));
    }

    @Test
    void destinationThatEndsEveryStreamIsBelievedAfterThree() {
        Request request = say(Hello.usual());
        for (ListEntry each : List.of(one, two, three)) {
            through(each).endInput();
            world.time.run();
        }

        assertThat(world.dials(four)).isZero();
        assertThat(request.client.isOutputShutdown()).isTrue();
    }

    @Test
    void halfClosedQuestionReachesTheUpstreamWithItsEnd() {
        Request request = say(ascii(QUESTION));
        request.client.endInput();
        world.time.run();

        assertThat(through(one).isOutputShutdown()).isTrue();
        assertThat(said(one)).isEqualTo(QUESTION);
    }

    @Test
    void unconfirmedDialKeepsItsRivalUntilTheFirstByte() {
        world.of(one).unconfirmed().opensAfter(Duration.ofMillis(750));
        world.of(two).unconfirmed().opensAfter(Duration.ofMillis(200));
        Request request = world.ask();
        world.time.advance(Duration.ofMillis(750));
        hear(request, Hello.usual());
        world.time.advance(Duration.ofMillis(150));
        assertThat(through(two).isOpen()).isTrue();
        through(one).close();
        world.time.run();
        answer(two);

        assertThat(said(two)).isEqualTo(text(Hello.usual()));
        assertThat(heard(request)).isEqualTo(ANSWER);
        assertThat(world.dials(three)).isZero();
    }

    /** Without confirmations a rival proves itself by its first byte, and only then the lead was too slow. */
    @Test
    void silentUnconfirmedLeadIsLeftAfterTwoRivalsHaveAnswered() {
        List.of(one, two).forEach(each -> world.of(each).unconfirmed());
        finished(answered(say(Hello.usual()), one));
        world.of(one).silent();
        for (int i = 0; i < 2; i++) {
            Request request = world.ask();
            world.time.advance(Pace.UNKNOWN);
            hear(request, Hello.usual());
            finished(answered(request, two));
        }
        world.of(one).dials().clear();
        world.ask();

        assertThat(world.dials(one)).isZero();
    }

    /** A program that waits longer than that, and then gives up, must not leave a dead one for alive. */
    @Test
    void unconfirmedOneThatAnswersNothingIsAccused() {
        world.replace(one);
        world.of(one).unconfirmed();
        finished(answered(say(Hello.usual()), one));
        world.of(one).freezesAfter(0);
        for (int i = 0; i < 3; i++) {
            Request request = world.ask(Destination.of("page" + i + ".example", 443));
            hear(request, Hello.usual());
            world.time.advance(FirstByteWatch.DEADLINE.plusSeconds(1));
            finished(request);
        }

        assertThat(world.state().status(one.id()).health()).isNotEqualTo(HealthState.ALIVE);
    }

    @Test
    void deadOneIsReplacedWhileTheProgramWaits() {
        Request request = say(Hello.usual());
        world.of(two).fails(DEAD);
        through(one).close();
        world.time.run();
        answer(three);

        assertThat(heard(request)).isEqualTo(ANSWER);
    }

    @Test
    void programThatLeavesEndsAllItsDials() {
        Request request = say(Hello.usual());
        world.time.advance(Pace.UNKNOWN);
        request.client.close();
        world.time.run();

        assertThat(List.of(through(one), through(two))).noneMatch(EmbeddedDuplex::isOpen);
    }

    @Test
    void bytesFlowBothWaysAfterwards() {
        Request request = say(Hello.usual());
        answer(one);
        hear(request, ascii("more"));
        answer(one);

        assertThat(said(one)).isEqualTo(text(Hello.usual()) + "more");
        assertThat(heard(request)).isEqualTo(ANSWER + ANSWER);
    }

    @Test
    void oneThatIsFullIsPassedOverForAnother() {
        world.of(one).bears(2);
        for (int i = 0; i < 5; i++) {
            world.ask();
        }

        assertThat(List.of(world.dials(one), world.dials(two))).containsExactly(2, 3);
    }

    @Test
    void oneThatIsFullAndAloneGoesOn() {
        world.replace(one);
        world.of(one).bears(2);
        for (int i = 0; i < 5; i++) {
            world.ask();
        }

        assertThat(world.dials(one)).isEqualTo(5);
    }

    @Test
    void oneThatHasRoomAgainIsUsedAgain() {
        world.of(one).bears(1);
        Request first = world.ask();
        world.ask();
        finished(first);
        world.ask();

        assertThat(List.of(world.dials(one), world.dials(two))).containsExactly(2, 1);
    }

    @Test
    void programThatHasGoneBeforeIsNotDialledFor() {
        EmbeddedDuplex gone = world.time.channel();
        gone.close();
        world.time.run();
        world.ask(EngineWorld.PAGE, gone);

        assertThat(world.dials(one, two)).isZero();
    }

    private Request say(ByteBuf first) {
        Request request = world.ask();
        hear(request, first);
        return request;
    }

    private void hear(Request request, ByteBuf bytes) {
        request.client.writeInbound(bytes);
        world.time.run();
    }

    private Request answered(Request request, ListEntry through) {
        answer(through);
        return request;
    }

    private EmbeddedDuplex through(ListEntry entry) {
        return world.of(entry).opened().getLast();
    }

    private void answer(ListEntry entry) {
        through(entry).writeInbound(ascii(ANSWER));
        world.time.run();
    }

    private void finished(Request request) {
        request.client.close();
        world.time.run();
    }

    private String said(ListEntry entry) {
        return all(through(entry));
    }

    private static String heard(Request request) {
        return all(request.client);
    }

    private static String all(EmbeddedDuplex channel) {
        StringBuilder all = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            all.append(text(bytes));
        }
        return all.toString();
    }

    private static String text(ByteBuf bytes) {
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        bytes.release();
        return text;
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
