package org.byway.netstack;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.byway.net.Dials;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/** Tries the addresses of a destination one after the other without waiting for the end of each (RFC 8305, section 5). */
final class AddressRace {
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final int MOST = 6;

    private final Queue<IpAddress> left;
    private final Function<IpAddress, Future<Channel>> connect;
    private final EventLoop loop;
    private final Promise<Channel> ready;
    private final List<Future<Channel>> running = new ArrayList<>();
    private @Nullable Future<?> starter;

    private AddressRace(List<IpAddress> addresses, Function<IpAddress, Future<Channel>> connect,
            Promise<Channel> ready, EventLoop loop) {
        this.left = new ArrayDeque<>(interleaved(addresses));
        this.connect = connect;
        this.ready = ready;
        this.loop = loop;
    }

    /** Runs until one is connected, all have failed, or nobody waits any more. */
    static void run(List<IpAddress> addresses, Function<IpAddress, Future<Channel>> connect, Promise<Channel> ready,
            EventLoop loop) {
        AddressRace race = new AddressRace(addresses, connect, ready, loop);
        ready.addListener(done -> race.stop());
        race.next();
    }

    /** Section 4: the families in turn. */
    private static List<IpAddress> interleaved(List<IpAddress> addresses) {
        List<IpAddress> first = addresses.stream().filter(IpAddress::isV6).toList();
        List<IpAddress> second = addresses.stream().filter(it -> !it.isV6()).toList();
        List<IpAddress> mixed = new ArrayList<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            mixed.addAll(first.subList(Math.min(i, first.size()), Math.min(i + 1, first.size())));
            mixed.addAll(second.subList(Math.min(i, second.size()), Math.min(i + 1, second.size())));
        }
        return mixed.subList(0, Math.min(MOST, mixed.size()));
    }

    private void next() {
        cancelStarter();
        IpAddress address = left.poll();
        if (address == null || ready.isDone()) {
            return;
        }
        Future<Channel> attempt = connect.apply(address);
        running.add(attempt);
        if (!left.isEmpty()) {
            starter = loop.schedule(this::next, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        }
        attempt.addListener((Future<Channel> done) -> ended(done));
    }

    private void ended(Future<Channel> attempt) {
        running.remove(attempt);
        if (attempt.isSuccess()) {
            Dials.deliver(attempt.getNow(), ready);
        } else if (left.isEmpty() && running.isEmpty()) {
            ready.tryFailure(attempt.cause());
        } else if (!ready.isDone()) {
            next();
        }
    }

    private void stop() {
        cancelStarter();
        List.copyOf(running).forEach(attempt -> attempt.cancel(false));
    }

    private void cancelStarter() {
        if (starter != null) {
            starter.cancel(false);
            starter = null;
        }
    }
}
