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
    private final EventLoop loop;
    private final Duration stall;
    private final Promise<ProbeVerdict> verdict;
    private final long begun;
    private Optional<Duration> opened = Optional.empty();
    private Optional<Duration> firstByte = Optional.empty();
    private Duration latestByte = Duration.ZERO;
    private long bytes;

    /** @param stall a body that stands still so long will not go on */
    ProbeAttempt(EventLoop loop, Duration stall) {
        this.loop = loop;
        this.stall = stall;
        this.verdict = loop.newPromise();
        this.begun = loop.ticker().nanoTime();
    }

    /** Judges this fetch, and ends it with the verdict. */
    Future<ProbeVerdict> judge(Future<Fetched> fetch) {
        Future<?> look = loop.scheduleAtFixedRate(this::lookForStall, 1, 1, TimeUnit.SECONDS);
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
    }

    @Override
    public void answered() {
        firstByte = Optional.of(now());
        latestByte = now();
    }

    @Override
    public void received(int more) {
        bytes += more;
        latestByte = now();
        if (bytes >= Probe.ENOUGH_BYTES) {
            verdict.trySuccess(works());
        }
    }

    private void lookForStall() {
        if (isStalled()) {
            verdict.trySuccess(new ProbeVerdict.Freezes(at(opened), at(firstByte), bytes));
        }
    }

    private boolean isStalled() {
        return firstByte.isPresent() && now().minus(latestByte).compareTo(stall) >= 0;
    }

    private ProbeVerdict works() {
        return new ProbeVerdict.Works(at(opened), at(firstByte), now(), bytes);
    }

    private ProbeVerdict failure(FetchException failed) {
        if (opened.isEmpty()) {
            return failed.getCause() instanceof DialException why
                    ? new ProbeVerdict.NotOpened(why.stage(), why.blame(), why.fault())
                    : new ProbeVerdict.NotOpened(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT);
        } else if (isStalled() || (firstByte.isPresent() && failed.kind() == Kind.BROKEN)) {
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
