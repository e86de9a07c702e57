package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.entry;
import static org.byway.engine.EngineWorld.failed;
import static org.byway.engine.EngineWorld.name;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.EngineWorld.Request;
import org.byway.engine.health.HealthState;
import org.byway.engine.opening.FirstByteWatch;
import org.byway.model.ListEntry;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.EmbeddedDuplex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An upstream whose protocol has no reply: only what comes back says anything. */
@SuppressWarnings("StaticAssignmentOfThrowable") // a dial's failure is a value without a stack trace
class UnconfirmedDialTest {
    private static final DialException UNANSWERED = new DialException(Stage.AUTHENTICATE, Blame.UNKNOWN,
            Fault.UNANSWERED);

    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final EngineWorld world = EngineWorld.over(one, two);

    UnconfirmedDialTest() {
        world.of(one).unconfirmed();
    }

    @AfterEach
    void releaseAll() {
        world.close();
    }

    @Test
    void openStreamAloneIsNoSuccess() {
        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.state().state()).isEqualTo(State.CONNECTING);
    }

    @Test
    void firstByteBackIsTheSuccess() {
        ask("request").writeInbound(Unpooled.copiedBuffer(new byte[1]));

        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    @Test
    void closedWithoutAByteSendsTheNextRequestElsewhere() {
        ask("request").endInput();
        world.time.run();
        world.ask();

        assertMovedFor(UNANSWERED);
    }

    @Test
    void closedBeforeAnythingWasAskedIsTheServersFault() {
        world.ask();
        world.of(one).opened().getLast().close();
        world.time.run();

        assertMovedFor(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.CLOSED));
    }

    @Test
    void closedAfterAWhileOfSilenceIsNobodysFault() {
        world.ask();
        world.time.advance(Duration.ofMillis(60));
        world.of(one).opened().getLast().close();
        world.time.run();

        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.UNKNOWN);
    }

    @Test
    void silentAfterTheRequestSendsTheNextRequestElsewhere() {
        ask("request");
        world.time.advance(FirstByteWatch.DEADLINE.minusMillis(1));
        assertThat(world.dials(two)).isZero();
        world.time.advance(Duration.ofMillis(1));
        world.ask();

        assertMovedFor(UNANSWERED);
    }

    @Test
    void answerThatDoesNotOpenIsToldAsItIs() {
        DialException wrongKey = new DialException(Stage.SECURE, Blame.UPSTREAM, Fault.GARBAGE);
        ask("request").pipeline().fireExceptionCaught(wrongKey);
        world.time.run();
        world.ask();

        assertMovedFor(wrongKey);
    }

    @Test
    void programThatSaysNothingProvesNothing() {
        world.ask();
        world.time.advance(FirstByteWatch.DEADLINE.multipliedBy(2));
        world.ask();

        assertThat(world.dials(two)).isZero();
    }

    @Test
    void programThatGoesAwayProvesNothing() {
        Request request = world.ask();
        world.of(one).opened().getLast().writeOutbound(Unpooled.EMPTY_BUFFER);
        request.client.close();
        world.time.run();
        world.ask();

        assertThat(world.dials(two)).isZero();
    }

    @Test
    void oneSilentSiteIsNotHeldAgainstAnUpstreamThatWorks() {
        ask("request").writeInbound(Unpooled.copiedBuffer(new byte[1]));
        ask("request").endInput();
        world.time.run();
        world.ask();

        assertThat(world.dials(two)).isZero();
    }

    private EmbeddedDuplex ask(String text) {
        Request request = world.ask();
        assertThat(request.isOpen()).isTrue();
        request.client.writeInbound(Unpooled.copiedBuffer(text, java.nio.charset.StandardCharsets.US_ASCII));
        world.time.run();
        return world.of(one).opened().getLast();
    }

    private void assertMovedFor(DialException why) {
        assertThat(world.dials(two)).isOne();
        assertThat(world.story()).contains(new EngineEvent.Moved(name(one), name(two), failed(one, why)));
    }
}
