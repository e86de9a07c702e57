package org.byway.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void aReaderIsInterruptedAndSavesNothing() {
        cancellation.ask(Thread.currentThread());
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> cancellation.undisturbed(() -> "saved")).isInstanceOf(CancellationException.class);
    }

    @Test
    void whoSavesIsNotDisturbedAndTheNextSavesNothing() throws Exception {
        Thread saver = Thread.currentThread();
        String saved = cancellation.undisturbed(() -> {
            Thread asker = Thread.ofVirtual().start(() -> cancellation.ask(saver));
            awaitEnd(asker);
            return Thread.currentThread().isInterrupted() ? "disturbed" : "saved";
        });
        assertThat(saved).isEqualTo("saved");
        assertThatThrownBy(() -> cancellation.undisturbed(() -> "more")).isInstanceOf(CancellationException.class);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException disturbed) {
            Thread.currentThread().interrupt();
        }
    }
}
