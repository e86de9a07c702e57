package org.byway.engine.standing;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.model.EndpointId;
import org.jspecify.annotations.Nullable;

/** Looks at the relayed streams of one loop, a few times a second while any is busy and seldom otherwise; on that loop. */
final class StallWatch {
    private static final Duration BUSY = Duration.ofMillis(250);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration CRAWLS_AGAIN = Duration.ofSeconds(30);

    private final EventLoop loop;
    private final Function<Candidate, StreamPulse> pulses;
    private final DialWatch watch;
    private final List<StandingStream> streams = new ArrayList<>();
    private @Nullable Future<?> next;
    private boolean isQuiet = true;

    StallWatch(EventLoop loop, Function<Candidate, StreamPulse> pulses, DialWatch watch) {
        this.loop = loop;
        this.pulses = pulses;
        this.watch = watch;
    }

    void add(StandingStream stream) {
        streams.add(stream);
        if (isQuiet) {
            lookAfter(BUSY);
        }
    }

    private void lookAfter(Duration period) {
        if (next != null) {
            next.cancel(false);
        }
        isQuiet = period.equals(QUIET);
        next = loop.schedule(this::look, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = loop.ticker().nanoTime();
        streams.removeIf(stream -> !stream.isOpen());
        Map<EndpointId, List<StandingStream>> byUpstream = new LinkedHashMap<>();
        boolean isBusy = false;
        for (StandingStream stream : streams) {
            stream.look(now);
            isBusy |= stream.isBusy(now);
            byUpstream.computeIfAbsent(stream.through().id(), any -> new ArrayList<>()).add(stream);
        }
        byUpstream.values().forEach(its -> judge(its.getFirst().through(), its, now));
        next = null;
        isQuiet = true;
        if (!streams.isEmpty()) {
            lookAfter(isBusy ? BUSY : QUIET);
        }
    }

    private void judge(Candidate through, List<StandingStream> its, long now) {
        StreamPulse pulse = pulses.apply(through);
        StreamPulse.Seen seen = StreamPulse.Seen.NOTHING;
        for (StandingStream stream : its) {
            if (stream.downAt() == now) {
                pulse.received(now);
                if (stream.isBeyondFreezing()) {
                    pulse.passed(now);
                }
            }
        }
        for (StandingStream stream : its) { // when it is known how far all of them have come
            seen = seen.plus(seen(stream, pulse, now));
        }
        pulse.judge(this, seen, now).ifPresent(stalled -> {
            watch.saw(new Evidence(through.endpoint(), Optional.empty(), stalled));
        });
    }

    private static StreamPulse.Seen seen(StandingStream stream, StreamPulse pulse, long now) {
        boolean owes = stream.owes(now, pulse.debtAfter());
        boolean hasStopped = stream.hasStopped(now) && !pulse.hasPassedSince(stream.downAt());
        boolean isTrickling = stream.isTrickling();
        boolean isNews = (owes && !pulse.wasToldAfter(stream.upAt()))
                || (hasStopped && !pulse.wasToldAfter(stream.downAt()))
                || (isTrickling && !pulse.wasToldAfter(now - CRAWLS_AGAIN.toNanos()));
        return new StreamPulse.Seen(owes ? 1 : 0, hasStopped ? 1 : 0, hasStopped && stream.isCut(now) ? 1 : 0,
                isTrickling ? 1 : 0, stream.rate(), owes || hasStopped || isTrickling ? stream.came() : 0, isNews);
    }
}
