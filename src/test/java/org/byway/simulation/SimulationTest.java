package org.byway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.byway.simulation.Run.Figures;
import org.junit.jupiter.api.Test;

/** A smaller world, which is enough to tell the ways of choosing apart. */
class SimulationTest {
    private static final World WORLD = World.of(4000, 400, 1);

    @Test
    void byEngineIsSoonerAndTouchesFewerThanRandomOrder() {
        Figures random = run(Contender.ALL.getFirst());
        Figures byway = run(Contender.ALL.getLast());

        System.out.println(random + "\n" + byway);
        assertThat(byway.first()).isLessThan(random.first());
        assertThat(byway.without()).isLessThan(random.without());
        assertThat(byway.touched()).isLessThan(random.touched());
    }

    private static Figures run(Contender contender) {
        return Run.of(contender, WORLD, 4000, Censor.END, 1);
    }
}
