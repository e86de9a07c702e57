package org.byway.protocol.wireguard;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A stream that somebody waits for in a tunnel that is up. Where nothing comes from the server meanwhile it is doubted, and
 * when it speaks again the stream is asked for anew, rather than when TCP's own time has come. On the tunnel's loop.
 */
final class Opening {
    /** The paper's own fifteen seconds (section 6.5) until a session is believed lost are longer than a program waits. */
    private static final long DOUBT = Duration.ofSeconds(2).toNanos();

    private final Terms terms;
    private final Supplier<Future<Channel>> way;
    private final Promise<Channel> ready;
    private @Nullable Future<Channel> dial;
    private @Nullable Future<?> doubts;
    private @Nullable Future<?> deadline;
    private long begun;
    private long asked;
    private boolean isDoubted;
    private boolean isAskedAgain;

    /** What is known of the server, and what may be done about it. */
    interface Server {
        /** By the loop's ticker. */
        boolean hasHeardSince(long time);

        /** Nothing comes from it: perhaps it has lost the session. */
        void doubt();
    }

    /** @param patience with each try; whoever has other upstreams to ask cannot wait for as long as TCP would */
    record Terms(EventLoop loop, Duration patience, Server server) {}

    Opening(Terms terms, Supplier<Future<Channel>> way, Promise<Channel> ready) {
        this.terms = terms;
        this.way = way;
        this.ready = ready;
    }

    void begin() {
        doubts = terms.loop().scheduleAtFixedRate(this::doubt, DOUBT, DOUBT / 2, TimeUnit.NANOSECONDS);
        ready.addListener(done -> end());
        begun = now();
        ask();
    }

    private void ask() {
        asked = now();
        deadline = terms.loop().schedule(() -> ready.tryFailure(silence()), terms.patience().toMillis(),
                TimeUnit.MILLISECONDS);
        Future<Channel> latest = way.get();
        dial = latest;
        latest.addListener((Future<Channel> done) -> answered(latest));
    }

    private void answered(Future<Channel> one) {
        boolean isLatest = one.equals(dial);
        if (!one.isSuccess()) {
            if (isLatest) {
                ready.tryFailure(isSilence(one.cause()) ? silence() : one.cause());
            }
        } else if (!isLatest || !ready.trySuccess(one.getNow())) {
            one.getNow().close();
        }
    }

    private static boolean isSilence(Throwable why) {
        return why instanceof DialException known && known.fault() == Fault.SILENT;
    }

    /**
     * A server from which something has come meanwhile, be it the answer to our doubt, is not what was silent; unless the try
     * that followed had not its whole time.
     */
    private DialException silence() {
        boolean isBeyond = terms.server().hasHeardSince(begun)
                && (!isAskedAgain || now() - asked >= terms.patience().toNanos());
        return new DialException(isBeyond ? Stage.REQUEST : Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT);
    }

    private void doubt() {
        if (!terms.server().hasHeardSince(now() - DOUBT)) {
            isDoubted = true;
            terms.server().doubt();
        }
    }

    /** Something has come from the server; once is enough where the destination is what is silent. */
    void heard() {
        if (isDoubted && !isAskedAgain && !ready.isDone()) {
            isAskedAgain = true;
            Future<Channel> lost = dial;
            cancel(deadline);
            ask();
            cancel(lost);
        }
    }

    private void end() {
        cancel(doubts);
        cancel(deadline);
        if (!ready.isSuccess()) {
            cancel(dial);
        }
    }

    private static void cancel(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    private long now() {
        return terms.loop().ticker().nanoTime();
    }
}
