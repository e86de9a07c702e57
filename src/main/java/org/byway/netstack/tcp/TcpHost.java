package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What the connections of one stack share: loop, way out, and the limits that hold for all of them together. */
final class TcpHost {
    private static final long RECEIVE_BYTES = 64L * 1024 * 1024;
    private static final int CHALLENGES_PER_SECOND = 10;

    private final EventLoop loop;
    private final RandomGenerator random;
    private final Consumer<ByteBuf> output;
    private final PathMtu paths;
    private final ReceiveBudget budget = new ReceiveBudget(RECEIVE_BYTES);
    private final RateLimit challenges;
    private List<Runnable> turns = new ArrayList<>();
    private boolean isTurnSet;

    TcpHost(EventLoop loop, RandomGenerator random, int mtu, Consumer<ByteBuf> output) {
        this.loop = loop;
        this.random = random;
        this.output = output;
        this.paths = new PathMtu(mtu, loop.ticker());
        this.challenges = new RateLimit(loop.ticker(), CHALLENGES_PER_SECOND);
    }

    EventLoop loop() {
        return loop;
    }

    long now() {
        return loop.ticker().nanoTime();
    }

    RandomGenerator random() {
        return random;
    }

    ByteBufAllocator allocator() {
        return ByteBufAllocator.DEFAULT;
    }

    PathMtu paths() {
        return paths;
    }

    ReceiveBudget budget() {
        return budget;
    }

    /** RFC 5961, section 7. */
    boolean mayChallenge() {
        return challenges.permits();
    }

    /** Takes a whole packet over. */
    void send(ByteBuf packet) {
        output.accept(packet);
    }

    /**
     * Has a connection's turn run once everything that came together has been looked at: one delivery, one acknowledgment,
     * one burst for all of it.
     */
    void turnSoon(Runnable turn) {
        turns.add(turn);
        if (!isTurnSet) {
            isTurnSet = true;
            loop.execute(this::runTurns);
        }
    }

    private void runTurns() {
        isTurnSet = false;
        List<Runnable> now = turns;
        turns = new ArrayList<>();
        now.forEach(Runnable::run);
    }
}
