package org.byway.netstack.tcp;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which something is due, which is moved on with nearly every packet: the loop's task is left where it is and
 * looks, when it runs, whether it came too early.
 */
public final class Alarm {
    private final EventLoop loop;
    private final Runnable ring;
    private @Nullable Future<?> task;
    private long taskAt;
    private long due;
    private boolean isSet;

    public Alarm(EventLoop loop, Runnable ring) {
        this.loop = loop;
        this.ring = ring;
    }

    /** Rings then, in the loop's time, and not before, whatever was set. */
    public void set(long moment) {
        due = moment;
        isSet = true;
        if (task == null || taskAt - moment > 0) {
            cancelTask();
            schedule();
        }
    }

    boolean isSet() {
        return isSet;
    }

    /** Does not ring; it may well be set again. */
    void clear() {
        isSet = false;
    }

    /** Will not be set again, and leaves no task behind. */
    public void stop() {
        isSet = false;
        cancelTask();
    }

    private void schedule() {
        taskAt = due;
        task = loop.schedule(this::look, Math.max(0, due - loop.ticker().nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void look() {
        task = null;
        if (isSet && due - loop.ticker().nanoTime() > 0) {
            schedule();
        } else if (isSet) {
            isSet = false;
            ring.run();
        }
    }

    private void cancelTask() {
        if (task != null) {
            task.cancel(false);
            task = null;
        }
    }
}
