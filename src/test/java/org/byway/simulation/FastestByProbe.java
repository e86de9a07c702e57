package org.byway.simulation;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.Upstream;

/**
 * As the most used rule-based clients choose: every server is probed every 300 s, ten at once with 5 s each, and the fastest
 * is used. A refused connection, or five other failures within 5 s, begin a round of probes where none is on; a request is
 * tried up to ten times within 5 s.
 */
final class FastestByProbe implements FlowHandler {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int AT_ONCE = 10;
    private static final int TRIES = 10;
    private static final int FAILURES = 5;

    private final VirtualLoop loop;
    private final Wire wire;
    private final List<Server> list;
    private final Map<Server, Duration> delays = new HashMap<>();
    private final Set<Server> dead = new HashSet<>();
    private final Queue<Server> left = new ArrayDeque<>();
    private final Deque<Duration> failures = new ArrayDeque<>();
    private int underWay;

    private FastestByProbe(Contender.Setting setting) {
        loop = setting.loop();
        wire = setting.wire();
        list = setting.list();
    }

    static FlowHandler start(Contender.Setting setting) {
        FastestByProbe started = new FastestByProbe(setting);
        started.everyPeriod();
        return started;
    }

    @Override
    public void open(Flow flow) {
        attempt(flow, 1, loop.now().plus(PATIENCE));
    }

    /** A server that was not probed yet is taken to work, and to be slower than any that was. */
    private Server best() {
        Optional<Server> fastest = delays.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return fastest.or(() -> list.stream().filter(it -> !dead.contains(it)).findFirst())
                .orElseGet(list::getFirst);
    }

    private void attempt(Flow flow, int tries, Duration until) {
        Upstream through = wire.upstream(best().entry().endpoint());
        Future<Channel> dial = Attempt.begin(flow, through, new Attempt.Course() {
            @Override
            public void notOpened(DialException why) {
                failed(why.fault() == Fault.REFUSED);
                if (tries < TRIES && loop.now().plus(PAUSE).compareTo(until) < 0) {
                    loop.after(PAUSE, () -> attempt(flow, tries + 1, until));
                } else {
                    flow.client().close();
                }
            }

            @Override
            public void unanswered() {
                // a first write that is taken counts as success there
            }
        });
        loop.after(until.minus(loop.now()), () -> {
            if (!dial.isDone()) {
                failed(false);
                flow.client().close();
            }
        });
    }

    private void failed(boolean isRefused) {
        failures.addLast(loop.now());
        failures.removeIf(it -> it.plus(PATIENCE).compareTo(loop.now()) < 0);
        if (isRefused || failures.size() >= FAILURES) {
            failures.clear();
            round();
        }
    }

    private void everyPeriod() {
        round();
        loop.after(PERIOD, this::everyPeriod);
    }

    private void round() {
        if (left.isEmpty() && underWay == 0) {
            left.addAll(list);
            for (int i = 0; i < AT_ONCE; i++) {
                probeNext();
            }
        }
    }

    private void probeNext() {
        Server next = left.poll();
        if (next != null) {
            underWay++;
            Duration begun = loop.now();
            FirstByte.of(loop, wire.upstream(next.entry().endpoint()), PATIENCE).addListener(done -> {
                underWay--;
                if (done.isSuccess()) {
                    delays.put(next, loop.now().minus(begun));
                    dead.remove(next);
                } else {
                    delays.remove(next);
                    dead.add(next);
                }
                probeNext();
            });
        }
    }
}
