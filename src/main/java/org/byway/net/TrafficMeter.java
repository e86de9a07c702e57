package org.byway.net;

import java.util.concurrent.atomic.LongAdder;

/** Counts payload where it happens, from any loop; read at a human pace. */
public final class TrafficMeter {
    private final LongAdder up = new LongAdder();
    private final LongAdder down = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder closed = new LongAdder();

    public void countUp(long bytes) {
        up.add(bytes);
    }

    public void countDown(long bytes) {
        down.add(bytes);
    }

    public void countOpened() {
        opened.increment();
    }

    public void countClosed() {
        closed.increment();
    }

    /** The sums so far: bytes from programs, bytes to programs, connections open now. */
    public Traffic read() {
        return new Traffic(up.sum(), down.sum(), opened.sum() - closed.sum());
    }

    /** @param up bytes sent by local programs; down: bytes that they received; connections: open at this moment */
    public record Traffic(long up, long down, long connections) {
        public static final Traffic NONE = new Traffic(0, 0, 0);
    }
}
