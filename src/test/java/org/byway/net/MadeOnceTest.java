package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MadeOnceTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void valueIsMadeWhenItIsNeededAndKept() {
        MadeOnce<Integer> number = new MadeOnce<>(made::incrementAndGet);
        assertThat(made).hasValue(0);

        assertThat(number.get()).isOne();
        assertThat(number.get()).isOne();
    }

    @Test
    void valueThatCouldNotBeMadeIsTriedAgain() {
        MadeOnce<Integer> number = new MadeOnce<>(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return made.get();
        });

        assertThatThrownBy(number::get).isInstanceOf(IllegalStateException.class);
        assertThat(number.get()).isEqualTo(2);
    }
}
