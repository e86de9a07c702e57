package org.byway.engine.standing;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.byway.engine.health.Pace;
import org.byway.net.Outcome;
import org.byway.net.Stall;

/** What the streams of one upstream show together, over all loops; each loop adds what it sees. Any thread. */
final class StreamPulse {
    private static final Duration SHORTEST_DEBT = Duration.ofSeconds(1);
    private static final Duration LONGEST_DEBT = Duration.ofSeconds(10);
    private static final int TIMES_USUAL = 4;
    private static final int SEVERAL = 2;
    private static final Duration BREAKS_WITHIN = Duration.ofSeconds(10);
    private static final long USABLE = 2 * 8 * 1024;

    private final Pace pace;
    private final Map<StallWatch, Seen> seen = new ConcurrentHashMap<>();
    private volatile long receivedAt;
    private volatile long beyondAt;
    private volatile boolean hasPassed;
    private volatile boolean hasReceived;
    private volatile boolean hasBeenFast;
    private volatile long toldAt;
    private volatile boolean hasTold;
    private final AtomicReference<Breaks> breaks = new AtomicReference<>(Breaks.NONE);

    /**
     * What one loop saw in one look.
     *
     * @param stopped where filters stop streams, none having gone on beyond that since
     * @param cut     of these, in the middle of something
     * @param rate    of the fastest
     * @param bytes   that came through the one of these which gave most
     */
    record Seen(int owing, int stopped, int cut, int trickling, long rate, long bytes, boolean isNews) {
        static final Seen NOTHING = new Seen(0, 0, 0, 0, 0, 0, false);

        Seen told() {
            return new Seen(owing, stopped, cut, trickling, rate, bytes, false);
        }

        Seen plus(Seen other) {
            return new Seen(owing + other.owing, stopped + other.stopped, cut + other.cut, trickling + other.trickling,
                    Math.max(rate, other.rate), Math.max(bytes, other.bytes), isNews || other.isNews);
        }
    }

    /**
     * Streams that ended in the middle of something, one soon after the other.
     *
     * @param bytes that the one which gave most had given
     */
    private record Breaks(int streams, long since, long bytes) {
        private static final Breaks NONE = new Breaks(0, 0, 0);

        Breaks plus(long now, long more) {
            boolean isNext = streams > 0 && now - since < BREAKS_WITHIN.toNanos();
            return isNext
                    ? new Breaks(streams + 1, since, Math.max(bytes, more))
                    : new Breaks(1, now, more);
        }
    }

    StreamPulse(Pace pace) {
        this.pace = pace;
    }

    /** After this time without an answer a stream owes it. */
    Duration debtAfter() {
        Duration unusual = pace.forAnswer().multipliedBy(TIMES_USUAL);
        Duration least = unusual.compareTo(SHORTEST_DEBT) < 0 ? SHORTEST_DEBT : unusual;
        return least.compareTo(LONGEST_DEBT) > 0 ? LONGEST_DEBT : least;
    }

    void received(long now) {
        receivedAt = now;
        hasReceived = true;
    }

    /** A stream moved so many bytes in a window, at its best. */
    void moved(long rate) {
        hasBeenFast = hasBeenFast || rate >= USABLE;
    }

    /** A stream went on beyond the bytes at which filters stop. */
    void passed(long now) {
        beyondAt = now;
        hasPassed = true;
        breaks.set(Breaks.NONE);
    }

    /** Whether one has, so that whatever stopped before that has stopped for a reason of its own. */
    boolean hasPassedSince(long moment) {
        return hasPassed && beyondAt - moment >= 0;
    }

    /** A stream ended in the middle of something, after so many bytes; absent where that may be its destination's doing. */
    Optional<Outcome.Stalled> broke(long now, long bytes) {
        Breaks all = breaks.updateAndGet(it -> it.plus(now, bytes));
        return all.streams() >= SEVERAL && breaks.compareAndSet(all, Breaks.NONE)
                ? Optional.of(new Outcome.Stalled(Stall.BREAKS, all.streams(), all.bytes()))
                : Optional.empty();
    }

    /** What all of it means; absent where nothing is out of the ordinary, or nothing new. */
    Optional<Outcome.Stalled> judge(StallWatch loop, Seen now, long time) {
        seen.put(loop, now);
        Seen all = sum(seen.values());
        moved(all.rate());
        Optional<Outcome.Stalled> stalled = all.isNews() ? meaning(all, time) : Optional.empty();
        if (stalled.isPresent()) {
            toldAt = time;
            hasTold = true;
            seen.replaceAll((_, part) -> part.told());
        }
        return stalled;
    }

    /** Whether it was told that its streams stand still since then, all that did so being meant. */
    boolean wasToldAfter(long moment) {
        return hasTold && toldAt - moment >= 0;
    }

    private Optional<Outcome.Stalled> meaning(Seen all, long time) {
        if (all.cut() > 0 || all.stopped() >= SEVERAL) {
            return Optional.of(new Outcome.Stalled(Stall.FREEZES, all.stopped(), all.bytes()));
        }
        boolean isQuiet = !hasReceived || time - receivedAt >= debtAfter().toNanos();
        if (all.owing() >= SEVERAL && isQuiet) {
            return Optional.of(new Outcome.Stalled(Stall.OWES, all.owing(), all.bytes()));
        }
        return all.trickling() >= SEVERAL && hasBeenFast && all.rate() < USABLE
                ? Optional.of(new Outcome.Stalled(Stall.TRICKLES, all.trickling(), all.bytes()))
                : Optional.empty();
    }

    private static Seen sum(Collection<Seen> parts) {
        return parts.stream().reduce(Seen.NOTHING, Seen::plus);
    }
}
