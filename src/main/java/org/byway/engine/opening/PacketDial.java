package org.byway.engine.opening;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Dials;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.PacketDialer;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One way for datagrams and who is asked for it, one after the other; those that have none are asked no more, and are no
 * worse for streams. On the loop of the client.
 */
final class PacketDial {
    private final FailoverPacketDialer with;
    private final EventLoop loop;
    private final Promise<Channel> ready;
    private final Set<EndpointId> tried = new HashSet<>();
    private @Nullable DialException last;
    private @Nullable Future<Channel> attempt;
    private @Nullable Future<Boolean> uplink;

    PacketDial(FailoverPacketDialer with, EventLoop loop, Promise<Channel> ready) {
        this.with = with;
        this.loop = loop;
        this.ready = ready;
    }

    void start() {
        Future<?> alarm = loop.schedule(this::giveUp, with.budget().toMillis(), TimeUnit.MILLISECONDS);
        ready.addListener(done -> {
            alarm.cancel(false);
            cancel(attempt);
            cancel(uplink);
        });
        tryNext();
    }

    private void tryNext() {
        Optional<Candidate> next = with.pool().packetView().ranked().stream()
                .filter(it -> !tried.contains(it.id())).findFirst();
        if (next.isEmpty() && last != null && last.isUnreached()) {
            awaitUplink();
        } else if (next.isEmpty()) {
            giveUp();
        } else {
            tried.add(next.get().id());
            next.get().upstream().packets().ifPresentOrElse(packets -> ask(packets, next.get()), this::tryNext);
        }
    }

    /** Many ways open without a word from the server, so success shows nothing. */
    private void ask(PacketDialer packets, Candidate through) {
        Future<Channel> opening = packets.open(loop);
        attempt = opening;
        opening.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                with.standing().add(through.id(), done.getNow());
                Dials.deliver(done.getNow(), ready);
            } else if (!ready.isDone()) {
                failed(through, Lane.explain(done.cause()));
            }
        });
    }

    private void failed(Candidate through, DialException why) {
        last = why;
        boolean isRefusal = why.stage() == Stage.REQUEST && why.blame() != Blame.LOCAL_NETWORK;
        Outcome outcome = isRefusal ? new Outcome.CarriesNoPackets() : new Outcome.Failed(why);
        with.watch().saw(new Evidence(through.endpoint(), Optional.empty(), outcome));
        tryNext();
    }

    /** Where this computer itself was cut off, whoever failed may work when it no longer is. */
    private void awaitUplink() {
        Future<Boolean> back = with.uplink().untilBack(loop);
        uplink = back;
        back.addListener(done -> {
            if (ready.isDone() || !done.isSuccess()) {
                return;
            }
            if (back.getNow()) {
                tried.clear();
                tryNext();
            } else {
                giveUp();
            }
        });
    }

    private static void cancel(@Nullable Future<?> pending) {
        if (pending != null) {
            pending.cancel(false);
        }
    }

    /** Streams may go on, so it is no trouble of the forwarder's. */
    private void giveUp() {
        ready.tryFailure(last == null
                ? new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.UNSUPPORTED)
                : last);
    }
}
