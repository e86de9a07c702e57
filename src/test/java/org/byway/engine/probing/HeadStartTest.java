package org.byway.engine.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.byway.engine.EngineWorld;
import org.byway.model.ListEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose handshake is done ahead, and whose is not, over a whole engine in virtual time. */
class HeadStartTest {
    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final ListEntry four = entry("four");
    private final EngineWorld world = new EngineWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nobodyIsReadiedBeforeProgramsMayCome() {
        world.replace(one, two, three, four);
        world.time.advance(Duration.ofMinutes(1));

        assertThat(starts(one, two, three, four)).containsOnly(0);
    }

    @Test
    void oneInUseIsReadyBeforeTheFirstProgramComes() {
        world.replace(one, two, three, four);
        world.start();
        assertThat(starts(one, two, three, four)).containsExactly(1, 0, 0, 0);
        world.time.advance(Duration.ofHours(1));

        assertThat(starts(one, two, three, four)).as("and is left alone from then on").containsExactly(1, 0, 0, 0);
    }

    @Test
    void twoSparesAreReadiedOnceThereIsTraffic() {
        world.replace(one, two, three, four);
        world.start();
        world.ask();
        world.time.advance(Duration.ofSeconds(10));

        assertThat(starts(one, two, three, four)).containsExactly(1, 1, 1, 0);
    }

    @Test
    void oneThatIsChosenIsReadied() {
        world.replace(one, two, three, four);
        world.start();
        world.engine.use(four.id());
        world.time.advance(Duration.ofSeconds(1));

        assertThat(starts(one, two, three, four)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void failureToGetReadyIsHeldAgainstNobody() {
        world.of(one).failsToStart(DEAD);
        world.replace(one, two);
        world.start();
        world.time.advance(Duration.ofSeconds(10));

        assertThat(starts(one, two)).containsExactly(1, 0);
        assertThat(world.state().selected().map(it -> it.endpoint().id())).isEqualTo(Optional.of(one.id()));
    }

    @Test
    void everyStartOfTheForwarderReadiesAnew() {
        world.replace(one, two);
        world.start();
        world.engine.stop();
        world.time.advance(Duration.ofSeconds(2));
        world.start();

        assertThat(starts(one, two)).containsExactly(2, 0);
    }

    private List<Integer> starts(ListEntry... entries) {
        return Arrays.stream(entries).map(it -> world.of(it).starts()).toList();
    }
}
