package org.byway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.byway.simulation.Run.Figures;
import org.junit.jupiter.api.Test;

/** A smaller world and a shorter time, which are enough to tell the ways of choosing apart. */
class SimulationTest {
    private static final Duration LENGTH = Duration.ofMinutes(25);
    private static final int SERVERS = 4000;
    private static final int OPERATORS = 400;

    private static final World WORLD = World.of(SERVERS, OPERATORS, 0.9, 1);

    @Test
    void bywayFindsOneSoonerThanRandomOrder() {
        assertThat(run(Contender.BYWAY).first()).isLessThan(run(Contender.RANDOM).first());
    }

    @Test
    void bywayIsLessLongWithoutThanOthers() {
        Duration byway = run(Contender.BYWAY).without();

        assertThat(byway).isLessThan(run(Contender.RANDOM).without());
        assertThat(byway).isLessThan(run(Contender.FASTEST).without());
    }

    @Test
    void bywayShowsAnObserverFarLessOfTheListThanProbesDo() {
        assertThat(run(Contender.BYWAY).touched() * 4).isLessThan(run(Contender.FASTEST).touched());
    }

    @Test
    void bywayDialsNobodyWhoIsNotInTheList() {
        Figures figures = Run.of(Contender.BYWAY, WORLD, 500, LENGTH, 1);

        assertThat(figures.touched()).isPositive();
        assertThat(figures.strangers()).isZero();
    }

    @Test
    void nothingEverComesWhereAllAreDead() {
        World dead = World.of(500, 50, 1, 1);

        assertThat(Run.of(Contender.BYWAY, dead, 500, LENGTH, 1).first()).isEqualTo(LENGTH);
    }

    @Test
    void sameSeedGivesTheSameFigures() {
        assertThat(run(Contender.BYWAY)).isEqualTo(run(Contender.BYWAY));
    }

    private static Figures run(Contender contender) {
        return Run.of(contender, WORLD, SERVERS, LENGTH, 1);
    }
}
