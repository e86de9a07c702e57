package org.byway.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotPumpTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void aStormOfValuesCostsOneTaskAndShowsTheLast() {
        SnapshotPump<Integer> pump = new SnapshotPump<>(tasks::add, seen::add);
        IntStream.rangeClosed(1, 1000).forEach(pump::accept);
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(seen).containsExactly(1000);
    }

    @Test
    void aValueAfterADeliveryIsDeliveredToo() {
        SnapshotPump<Integer> pump = new SnapshotPump<>(tasks::add, seen::add);
        pump.accept(1);
        tasks.remove().run();
        pump.accept(2);
        tasks.remove().run();
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void aValueThatComesDuringADeliveryIsNotLost() {
        List<SnapshotPump<Integer>> itself = new ArrayList<>();
        SnapshotPump<Integer> pump = new SnapshotPump<>(tasks::add, value -> {
            seen.add(value);
            if (value < 3) {
                itself.getFirst().accept(value + 1);
            }
        });
        itself.add(pump);
        pump.accept(1);
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Test
    void theLastOfManyThreadsIsSeen() throws InterruptedException {
        SnapshotPump<Integer> pump = new SnapshotPump<>(task -> {
            synchronized (tasks) {
                tasks.add(task);
            }
        }, seen::add);
        CountDownLatch done = new CountDownLatch(4);
        for (int writer = 0; writer < 4; writer++) {
            Thread.ofVirtual().start(() -> {
                IntStream.rangeClosed(1, 500).forEach(pump::accept);
                done.countDown();
            });
        }
        done.await();
        pump.accept(-1);
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(seen).containsExactly(-1);
    }
}
