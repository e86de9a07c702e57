package org.byway.fetch;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.byway.fetch.FetchException.Kind;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** One target fetched through one upstream up to the bytes that are enough; on its event loop. */
final class ProbeAttempt implements FetchWatch {
    private static final int LOOKS = 4;
    private static final int STEP_IN_STALLS = 3;

    private final EventLoop loop;
    private final ProbeLimits limits;
    private final boolean isOpenEnough;
    private final Promise<ProbeVerdict> verdict;
    private final long begun;
    private Optional<Duration> opened = Optional.empty();
    private Optional<Duration> firstByte = Optional.empty();
    private Duration latestStep = Duration.ZERO;
    private long bytes;

    /** @param confirms whether an open stream means that the target was reached */
    ProbeAttempt(EventLoop loop, ProbeLimits limits, boolean confirms) {
        this.loop = loop;
        this.limits = limits;
        this.isOpenEnough = confirms && limits.enoughBytes() == 0;
        this.verdict = loop.newPromise();
        this.begun = loop.ticker().nanoTime();
    }

    /** Judges this fetch, and ends it with the verdict. */
    Future<ProbeVerdict> judge(Future<Fetched> fetch) {
        long period = Math.max(1, limits.stall().toMillis() / LOOKS);
        Future<?> look = loop.scheduleAtFixedRate(this::lookForStall, period, period, TimeUnit.MILLISECONDS);
        verdict.addListener(done -> {
            look.cancel(false);
            fetch.cancel(false);
        });
        fetch.addListener((Future<Fetched> done) -> {
            if (done.isSuccess()) {
                verdict.trySuccess(works());
            } else if (done.cause() instanceof FetchException failed) {
                verdict.trySuccess(failure(failed));
            } else {
                verdict.tryFailure(done.cause());
            }
        });
        return verdict;
    }

    @Override
    public void opened() {
        opened = opened.or(() -> Optional.of(now()));
        latestStep = now();
        if (isOpenEnough) {
            verdict.trySuccess(works());
        }
    }

    @Override
    public void answered() {
        firstByte = Optional.of(now());
        latestStep = now();
        if (limits.enoughBytes() == 0) {
            verdict.trySuccess(works());
        }
    }

    @Override
    public void received(int more) {
        bytes += more;
        latestStep = now();
        if (bytes >= limits.enoughBytes()) {
            verdict.trySuccess(works());
        }
    }

    private void lookForStall() {
        if (isStalled()) {
            verdict.trySuccess(stalled());
        }
    }

    private boolean isStalled() {
        Duration most = firstByte.isPresent() ? limits.stall() : limits.stall().multipliedBy(STEP_IN_STALLS);
        return now().minus(latestStep).compareTo(most) >= 0;
    }

    private ProbeVerdict stalled() {
        if (opened.isEmpty()) {
            return new ProbeVerdict.NotOpened(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT);
        }
        return firstByte.<ProbeVerdict>map(first -> new ProbeVerdict.Freezes(at(opened), first, bytes))
                .orElseGet(() -> new ProbeVerdict.NoAnswer(at(opened)));
    }

    private ProbeVerdict works() {
        return new ProbeVerdict.Works(at(opened), at(firstByte), now(), bytes);
    }

    private ProbeVerdict failure(FetchException failed) {
        if (opened.isEmpty()) {
            return failed.getCause() instanceof DialException why
                    ? new ProbeVerdict.NotOpened(why.stage(), why.blame(), why.fault())
                    : stalled();
        } else if (firstByte.isPresent() && (isStalled() || failed.kind() == Kind.BROKEN)) {
            return new ProbeVerdict.Freezes(at(opened), at(firstByte), bytes);
        } else if (failed.kind() != Kind.TOO_SLOW) {
            return new ProbeVerdict.WrongAnswer(at(opened), failed.kind(), failed.status());
        }
        return firstByte.<ProbeVerdict>map(first -> new ProbeVerdict.TooSlow(at(opened), first, bytes))
                .orElseGet(() -> new ProbeVerdict.NoAnswer(at(opened)));
    }

    private Duration now() {
        return Duration.ofNanos(loop.ticker().nanoTime() - begun);
    }

    private Duration at(Optional<Duration> moment) {
        return moment.orElseGet(this::now);
    }
}
