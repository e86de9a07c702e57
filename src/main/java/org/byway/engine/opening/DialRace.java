package org.byway.engine.opening;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.PoolView;
import org.byway.engine.health.HealthState;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Who is dialled when, for one request: a lead, a rival after the time that the lead usually takes, the next where one has
 * failed, and a search where nothing is known to work; on the client's loop.
 */
final class DialRace {
    /** One upstream may be wrong about a destination; two that agree are believed. */
    private static final int DESTINATION_VERDICTS = 2;
    /** At once, and in a row before the search is asked. */
    private static final int MOST_LANES = 3;
    /** With the pauses between them about as long as the budget. */
    private static final int MOST_SEARCHES = 15;
    private static final Duration SEARCH_AGAIN = Duration.ofSeconds(1);

    private final FlowOpener with;
    private final Destination to;
    private final EventLoop loop;
    private final Lane.Course course;
    private final Consumer<DialException> lost;
    private final Set<EndpointId> tried = new HashSet<>();
    private final List<Lane> dialling = new ArrayList<>();
    private int sinceSearch;
    private int searches;
    private int destinationVerdicts;
    private @Nullable Future<?> patience;
    private @Nullable Future<Void> search;
    private @Nullable Future<Boolean> uplink;
    private @Nullable DialException last;
    private @Nullable NamedEndpoint lastAsked;
    private boolean isAtHome;
    private boolean isOver;

    /** @param lost told where nobody is left to be asked */
    DialRace(FlowOpener with, Destination to, EventLoop loop, Lane.Course course, Consumer<DialException> lost) {
        this.with = with;
        this.to = to;
        this.loop = loop;
        this.course = course;
        this.lost = lost;
    }

    /** Dials the best that was not tried; where there is none, a search. */
    void next() {
        if (isAtHome || (last != null && with.uplink().isDown())) {
            isAtHome = false;
            awaitUplink(this::next);
        } else if (sinceSearch >= MOST_LANES && !isAnyAlive(it -> !tried.contains(it.id()))) {
            search();
        } else if (!launch()) {
            search();
        } else {
            with.rivals().earn();
        }
    }

    /** Dials one more beside those that are slow, where that may be. */
    boolean rival(Candidate slow) {
        boolean isFree = with.pool().view().find(slow.id()).filter(Candidate::isWell).isEmpty();
        return dialling.size() < MOST_LANES && !untried().isEmpty() && (isFree || with.rivals().spend()) && launch();
    }

    boolean isDialling() {
        return !dialling.isEmpty();
    }

    /** It is dialled no more, being ready. */
    void arrived(Lane lane) {
        dialling.remove(lane);
    }

    void failed(Lane lane, DialException why) {
        dialling.remove(lane);
        // an upstream that said something of the destination tells more than one that said nothing
        if (last == null || last.blame() != Blame.DESTINATION) {
            last = why;
        }
        if (why.blame() == Blame.DESTINATION && ++destinationVerdicts >= DESTINATION_VERDICTS) {
            giveUp();
        } else if (dialling.isEmpty()) {
            isAtHome = why.isWithoutRoute();
            next();
        }
    }

    /** The one that came first makes the others needless; whoever was asked before it was too slow. */
    void stop(Lane first) {
        List<Lane> others = List.copyOf(dialling);
        dialling.clear();
        others.stream().filter(it -> it.isOlderThan(first)).forEach(Lane::outrun);
        others.forEach(Lane::drop);
        rest();
    }

    /** The budget ran out: whoever was being asked has not answered in all that time, and that is evidence too. */
    void outOfTime() {
        dialling.forEach(Lane::outOfTime);
        if (with.uplink().isDown()) {
            last = new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.UNREACHABLE);
        } else if (last == null && lastAsked != null) {
            last = new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT);
        }
        giveUp();
    }

    void end() {
        isOver = true;
        dialling.forEach(Lane::drop);
        dialling.clear();
        rest();
    }

    private void rest() {
        if (patience != null) {
            patience.cancel(false);
        }
        if (search != null) {
            search.cancel(false);
        }
        if (uplink != null) {
            uplink.cancel(false);
        }
    }

    private boolean launch() {
        for (Optional<Candidate> next = untried(); next.isPresent(); next = untried()) {
            Candidate candidate = next.get();
            tried.add(candidate.id());
            if (candidate.upstream().reaches(to)) {
                start(candidate);
                return true;
            }
        }
        return false;
    }

    /** One that is full is passed over for another that works. */
    private Optional<Candidate> untried() {
        PoolView view = with.pool().view();
        Set<EndpointId> passed = new HashSet<>(tried);
        Optional<Candidate> best = select(view, passed);
        Optional<Candidate> next = best;
        while (next.filter(with.standing()::isFull).isPresent()) {
            next.ifPresent(full -> passed.add(full.id()));
            next = select(view, passed).filter(Candidate::isWell);
        }
        return next.or(() -> best);
    }

    private Optional<Candidate> select(PoolView view, Set<EndpointId> without) {
        return with.selector().get().select(view, to, without).flatMap(view::find);
    }

    private void start(Candidate candidate) {
        sinceSearch++;
        lastAsked = candidate.endpoint();
        Consumer<Outcome> evidence = it -> with.watch().saw(
                new Evidence(candidate.endpoint(), Optional.of(to), it));
        Lane lane = new Lane(candidate, loop, evidence, course);
        dialling.add(lane);
        waitFor(lane);
        lane.dial(to);
    }

    private void waitFor(Lane lane) {
        if (patience != null) {
            patience.cancel(false);
        }
        Duration usual = lane.through().pace().forOpening();
        patience = loop.schedule(() -> slow(lane), usual.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void slow(Lane lane) {
        if (dialling.contains(lane) && with.uplink().isDown()) {
            waitFor(lane);
        } else if (dialling.contains(lane)) {
            if (dialling.size() > 1 && !isAnyAlive(any -> true)) {
                search();
            }
            if (!rival(lane.through()) && dialling.size() < MOST_LANES) {
                waitFor(lane);
            }
        }
    }

    private boolean isAnyAlive(Predicate<Candidate> which) {
        return with.pool().view().ranked().stream().filter(which).anyMatch(it -> it.state() == HealthState.ALIVE);
    }

    /** Waits until one is known to work; one search at a time, and not for ever. */
    private void search() {
        if (search != null) {
            return;
        }
        boolean isOfDestination = last != null && last.blame() == Blame.DESTINATION;
        boolean isAllTried = with.pool().view().ranked().size() <= tried.size();
        // who refused will refuse again; who was silent may speak before the budget ends
        boolean maySpeak = last != null && last.isUnreached() && !last.isWithoutRoute();
        boolean isFinal = isOfDestination || (isAllTried && !maySpeak);
        if ((isFinal || searches == MOST_SEARCHES) && dialling.isEmpty()) {
            lose();
        } else if (!isFinal && searches < MOST_SEARCHES) {
            joinSearch();
        }
    }

    private void joinSearch() {
        searches++;
        Future<Void> begun = with.search().untilOneWorks(loop);
        search = begun;
        begun.addListener(done -> {
            search = null;
            if (!isOver && done.isSuccess()) {
                again();
            } else if (!isOver && !done.isCancelled() && dialling.isEmpty()) {
                rest();
                patience = loop.schedule(this::search, SEARCH_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Waits until this computer is not cut off. */
    private void awaitUplink(Runnable whereItNeverWas) {
        if (uplink != null) {
            return;
        }
        Future<Boolean> back = with.uplink().untilBack(loop);
        uplink = back;
        back.addListener(done -> {
            uplink = null;
            if (isOver || !done.isSuccess()) {
                return;
            }
            if (back.getNow()) {
                searches = 0;
                again();
            } else if (dialling.isEmpty()) {
                whereItNeverWas.run();
            }
        });
    }

    /** Whoever failed before may work now. */
    private void again() {
        sinceSearch = 0;
        tried.clear();
        dialling.forEach(it -> tried.add(it.through().id()));
        if (!launch() && dialling.isEmpty()) {
            lose();
        }
    }

    private void lose() {
        if (last != null && last.isUnreached()) {
            awaitUplink(this::giveUp);
        } else {
            giveUp();
        }
    }

    private void giveUp() {
        end();
        DialException why = last;
        if (why == null || lastAsked == null) {
            with.watch().nothingToTry();
            lost.accept(DialException.noUpstream());
        } else {
            if (why.blame() != Blame.DESTINATION) {
                with.watch().gaveUp(Reason.Failed.of(lastAsked, why));
            }
            lost.accept(why);
        }
    }
}
