package org.byway.planted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A test that no run would find. */
class WronglyNamed {
    @Test
    void isNeverRun() {
        assertThat(Core.answer()).isEqualTo(42);
    }
}
