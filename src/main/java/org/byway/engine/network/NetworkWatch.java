package org.byway.engine.network;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byway.engine.blame.Evidence;
import org.byway.engine.opening.Uplink;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.pool.PoolMoment;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.NetworkSight;

/**
 * Follows which network this computer is on and whether it slept, and tells its own outage from everybody's: when all fail
 * together, and the system says that there is no network. Where the system cannot tell, it is everybody's. Engine thread.
 */
public final class NetworkWatch implements Uplink {
    private static final int LOOK_EVERY_SECONDS = 2;
    private static final Duration IN_DOUBT_EVERY = Duration.ofMillis(500);

    private final EventExecutor thread;
    private final NetworkSense sense;
    private final SteadyClock clock;
    private final Course course;
    private final SleepWatch sleep;
    private final CommonOutage outage;
    private final List<Promise<Boolean>> waiting = new ArrayList<>();
    private Optional<CompletableFuture<Void>> looking = Optional.empty();
    private Optional<NetworkIdentity.Known> network = Optional.empty();
    private Instant nextInDoubt = Instant.MIN;
    private boolean isOut;
    private int seconds;
    private volatile boolean isDown;

    /** What follows from it; engine thread. */
    public interface Course {
        /** It is this computer that is cut off: what was learned since then is worth nothing. */
        void cutOff(PoolMoment before);

        void back();

        void slept();

        /** It is on this network now; completes when what is remembered of it is taken in. */
        CompletionStage<Void> entered(NetworkIdentity.Known network);
    }

    public NetworkWatch(EventExecutor thread, InstantSource wall, SteadyClock clock, NetworkSense sense,
            EndpointPool pool,
            Course course) {
        this.thread = thread;
        this.sense = sense;
        this.clock = clock;
        this.course = course;
        this.sleep = new SleepWatch(wall, thread.ticker());
        this.outage = new CommonOutage(pool, clock);
    }

    /** @param isOn whether there is a reason to look: programs may come */
    public void everySecond(boolean isOn) {
        boolean isSuspicious = sleep.isSuspicious();
        seconds++;
        if (isOn && (isSuspicious || seconds % LOOK_EVERY_SECONDS == 0)) {
            look();
        }
    }

    /** Whether this says anything of its upstream; to be asked before the pool learns of it. */
    public boolean admits(Evidence evidence) {
        if (evidence.isSignOfLife()) {
            outage.end();
            if (isDown) {
                goUp(); // whatever the system says
            }
            return true;
        }
        if (!isDown) {
            outage.failed(evidence);
            judge();
        }
        return !isDown;
    }

    /** Completes on the engine thread, when what was seen has been acted upon. */
    public CompletionStage<Void> look() {
        if (looking.isEmpty()) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            looking = Optional.of(done);
            sense.look().exceptionally(failure -> NetworkSight.NOTHING)
                    .thenAccept(sight -> thread.execute(() -> saw(sight, done)));
        }
        return looking.get();
    }

    @Override
    public boolean isDown() {
        return isDown;
    }

    @Override
    public Future<Boolean> untilBack(EventLoop loop) {
        Promise<Boolean> back = loop.newPromise();
        thread.execute(() -> {
            waiting.removeIf(Promise::isDone);
            waiting.add(back);
            look();
        });
        return back;
    }

    private void saw(NetworkSight sight, CompletableFuture<Void> done) {
        looking = Optional.empty();
        sleep.slept(sight.sinceBoot()).ifPresent(uncounted -> {
            clock.slept(uncounted);
            course.slept();
        });
        isOut = sight.network() instanceof NetworkIdentity.None;
        CompletionStage<Void> acted = enter(sight.network());
        judge();
        if (isDown && !isOut) {
            goUp();
        } else if (!isDown) {
            release(false);
        }
        acted.whenComplete((nothing, failure) -> done.complete(null));
    }

    private CompletionStage<Void> enter(NetworkIdentity seen) {
        // a gateway that is not known for a moment is no other one
        if (seen instanceof NetworkIdentity.Known known && !network.equals(Optional.of(known))) {
            network = Optional.of(known);
            return course.entered(known);
        }
        return CompletableFuture.completedStage(null);
    }

    private void judge() {
        if (isOut && !isDown) {
            outage.before().ifPresent(before -> {
                isDown = true;
                outage.end();
                course.cutOff(before);
            });
        } else if (!isOut && !isDown && outage.before().isPresent()) {
            lookInDoubt();
        }
    }

    /** On some systems a look starts processes. */
    private void lookInDoubt() {
        if (!clock.instant().isBefore(nextInDoubt)) {
            nextInDoubt = clock.instant().plus(IN_DOUBT_EVERY);
            look();
        }
    }

    private void goUp() {
        isDown = false;
        course.back();
        release(true);
    }

    private void release(boolean wasDown) {
        List<Promise<Boolean>> released = List.copyOf(waiting);
        waiting.clear();
        released.forEach(it -> it.trySuccess(wasDown));
    }
}
