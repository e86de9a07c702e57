package org.byway.protocol.wireguard;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.TunnelAddresses;
import org.byway.netstack.TunnelStack;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel, the stack on top of it, and those who wait for its handshake; all on one event loop, which any thread may ask for
 * something.
 */
final class LiveTunnel implements WireGuardTunnel.Watcher, Opening.Server {
    /** An initiation that was lost is sent again after five seconds: its answer is to be waited for as well. */
    private static final Duration SECOND_ANSWER = Duration.ofMillis(1500);

    private final Plan plan;
    private final EventLoop loop;
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private final Set<Opening> openings = new LinkedHashSet<>();
    private @Nullable WireGuardTunnel tunnel;
    private @Nullable TunnelStack stack;
    private @Nullable Throwable lastFailure;
    private boolean isInDoubt;
    private boolean isClosed;

    /**
     * What it is made from.
     *
     * @param opening how long a stream may take to open, as through any other upstream; the tunnel itself a little longer
     */
    record Plan(TunnelParts parts, List<RemotePeer.Setup> peers, TunnelAddresses addresses, Duration opening) {}

    LiveTunnel(Plan plan, EventLoop loop) {
        this.plan = plan;
        this.loop = loop;
    }

    /** Completes once there is a session, which is at once where there is one. */
    Future<Void> up() {
        Promise<Void> up = loop.newPromise();
        onLoop(() -> await(up));
        return up;
    }

    Future<Channel> dial(Destination to) {
        return afterHandshake(it -> it.streams().dial(to, loop));
    }

    Future<Channel> openPackets() {
        return afterHandshake(it -> it.packets().open(loop));
    }

    private Future<Channel> afterHandshake(Function<TunnelStack, Future<Channel>> next) {
        Promise<Channel> ready = loop.newPromise();
        up().addListener((Future<Void> up) -> {
            if (!up.isSuccess()) {
                ready.tryFailure(up.cause());
            } else if (!ready.isDone() && stack != null) {
                TunnelStack live = stack;
                open(() -> next.apply(live), ready);
            }
        });
        return ready;
    }

    private void open(Supplier<Future<Channel>> way, Promise<Channel> ready) {
        Opening opening = new Opening(new Opening.Terms(loop, plan.opening(), this), way, ready);
        openings.add(opening);
        ready.addListener(done -> openings.remove(opening));
        opening.begin();
    }

    @Override
    public boolean hasHeardSince(long time) {
        return tunnel != null && tunnel.hasHeardSince(time);
    }

    @Override
    public void doubt() {
        if (tunnel != null && !isClosed) {
            isInDoubt = true;
            tunnel.shakeHands();
        }
    }

    @Override
    public void heard() {
        if (isInDoubt) {
            isInDoubt = false;
            // in a turn of its own: a message is being read
            loop.execute(() -> List.copyOf(openings).forEach(Opening::heard));
        }
    }

    private void await(Promise<Void> up) {
        if (isClosed) {
            up.tryFailure(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.CLOSED));
            return;
        }
        WireGuardTunnel live = open();
        if (live.isUp()) {
            up.trySuccess(null);
            return;
        }
        waiting.add(up);
        Future<?> deadline = loop.schedule(() -> up.tryFailure(silence()),
                plan.opening().plus(SECOND_ANSWER).toMillis(), TimeUnit.MILLISECONDS);
        up.addListener(done -> {
            deadline.cancel(false);
            waiting.remove(up);
        });
        live.shakeHands();
    }

    private WireGuardTunnel open() {
        WireGuardTunnel live = tunnel;
        if (live == null) {
            live = new WireGuardTunnel(plan.parts(), plan.peers(), loop, this);
            tunnel = live;
            stack = new TunnelStack(live, plan.addresses(), loop, plan.parts().random());
        }
        return live;
    }

    /** A server that does not know our key is as silent as one that is blocked. */
    private DialException silence() {
        return lastFailure instanceof DialException known
                ? known
                : new DialException(Stage.SECURE, Blame.UPSTREAM, Fault.SILENT);
    }

    @Override
    public boolean isWanting() {
        return !waiting.isEmpty() || (stack != null && stack.counts().flows() + stack.counts().ports() > 0);
    }

    @Override
    public void established() {
        lastFailure = null;
        List.copyOf(waiting).forEach(it -> it.trySuccess(null));
    }

    @Override
    public void failed(Optional<Throwable> why) {
        why.ifPresent(it -> lastFailure = it);
        if (why.isEmpty() || why.get() instanceof DialException) {
            List.copyOf(waiting).forEach(it -> it.tryFailure(silence()));
        }
    }

    Future<Void> close() {
        Promise<Void> closed = loop.newPromise();
        onLoop(() -> {
            isClosed = true;
            if (stack != null) {
                stack.close();
            }
            if (tunnel != null) {
                tunnel.close();
            }
            List.copyOf(waiting)
                    .forEach(it -> it.tryFailure(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.CLOSED)));
            closed.trySuccess(null);
        });
        return closed;
    }

    private void onLoop(Runnable work) {
        if (loop.inEventLoop()) {
            work.run();
        } else {
            loop.execute(work);
        }
    }
}
