package org.byway.engine;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.byway.engine.EngineSnapshot.Selection;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.blame.Evidence;
import org.byway.engine.health.Depth;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.TrafficMeter.Traffic;

/**
 * What the engine knows and has decided, on the engine thread: takes what happened in, and says which events follow.
 *
 * <p>A move is told when the new upstream has shown that it works, so a search through many dead ones is one move.
 */
final class EngineState {
    private final EndpointPool pool;
    private final InstantSource clock;
    private final Consumer<EngineEvent> events;
    private final Deque<Activity> activity = new ArrayDeque<>();
    private Optional<HostPort> listening = Optional.empty();
    private Optional<Selection> selection = Optional.empty();
    private Optional<Reason> trouble = Optional.empty();
    private Optional<Reason> whyLeft = Optional.empty();
    private Strategy strategy = Strategy.DEFAULT;
    private boolean hasWorked;
    private boolean isCutOff;
    private Traffic traffic = Traffic.NONE;

    EngineState(EndpointPool pool, InstantSource clock, Consumer<EngineEvent> events) {
        this.pool = pool;
        this.clock = clock;
        this.events = events;
    }

    Optional<HostPort> listening() {
        return listening;
    }

    void listening(HostPort address) {
        listening = Optional.of(address);
        trouble = Optional.empty();
        hasWorked = false;
        tell(new EngineEvent.Listening(address));
        select(pool.isBestRemembered() ? new Reason.WorkedHereBefore() : new Reason.FirstChoice());
    }

    void cannotListen(Reason why) {
        down(why);
    }

    void stopped() {
        listening = Optional.empty();
        selection = Optional.empty();
        trouble = Optional.empty();
        tell(new EngineEvent.Stopped());
    }

    void replaced(List<ListEntry> entries) {
        pool.replace(entries);
        selection.map(Selection::endpoint).ifPresentOrElse(
                current -> pool.find(current.id()).ifPresentOrElse(this::rename,
                        () -> select(new Reason.RemovedFromList(current))),
                () -> select(new Reason.FirstChoice()));
    }

    void chosen(Strategy other) {
        strategy = other;
        pool.choose(other);
        trouble = Optional.empty();
        select(new Reason.ChosenByPerson());
    }

    /** The later choice counts: one that was pinned is so no longer. */
    void preferred(EndpointId id) {
        if (strategy instanceof Strategy.Pinned) {
            chosen(Strategy.DEFAULT);
        }
        pool.prefer(id);
        select(new Reason.ChosenByPerson());
    }

    void saw(Evidence evidence) {
        NamedEndpoint through = evidence.through();
        pool.report(evidence);
        noteLeaving();
        // what was removed meanwhile may still serve its program, but says nothing of the list as it is
        if (evidence.isGood() && listening.isPresent() && pool.find(through.id()).isPresent()) {
            worked(through);
        } else if (evidence.outcome() instanceof Outcome.Failed bad && bad.why().stage() == Stage.REQUEST) {
            noteNearness(through, bad.why());
        }
    }

    /** Servers are not to blame for what nobody can reach, so nothing else would say it. */
    private void noteNearness(NamedEndpoint through, DialException why) {
        Reason.Failed failed = pool.diagnosed(Reason.Failed.of(through, why), why.blame());
        if (failed.verdict() == Verdict.ONLY_DOMESTIC && listening.isPresent()) {
            down(new Reason.AllFailed(failed));
        }
    }

    /** A refused destination is no trouble of ours, nor is one failure while another upstream is known to work. */
    void gaveUp(Reason.Failed last) {
        if (!pool.hasAlive() && isServing() && !isSearch(trouble)) {
            Reason.Failed why = pool.diagnosed(last, Blame.UNKNOWN);
            down(strategy instanceof Strategy.Pinned ? why : new Reason.AllFailed(why));
        }
    }

    void judgedDown(EndpointId id, Depth depth, Reason why) {
        pool.judgeDown(id, depth, why);
        noteLeaving();
    }

    void searching(int tried) {
        if (isServing()) {
            boolean isNews = trouble.filter(Reason.Searching.class::isInstance).isEmpty();
            trouble = Optional.of(new Reason.Searching(tried));
            if (isNews) {
                tell(new EngineEvent.Searching());
            }
        }
    }

    void searchedInVain(Reason.SearchedInVain why) {
        if (isServing()) {
            down(why.as(pool.commonVerdict()));
        }
    }

    void nothingToTry() {
        if (listening.isPresent()) {
            down(nothingToUse());
        }
    }

    /** This computer itself is: nothing that follows is a fault of the list. */
    void cutOff() {
        isCutOff = true;
        whyLeft = Optional.empty();
        if (listening.isPresent()) {
            tell(new EngineEvent.Down(new Reason.OwnNetworkDown()));
        }
    }

    void back() {
        isCutOff = false;
        if (listening.isPresent()) {
            trouble = Optional.empty();
            hasWorked = false;
            tell(new EngineEvent.BackOnline());
        }
    }

    /** What was remembered of the network that this computer is on now has been taken in. */
    void entered() {
        select(pool.isBestRemembered() ? new Reason.WorkedHereBefore() : new Reason.OtherNetwork());
    }

    /** True where anything moved since the last time. */
    boolean traffic(Traffic now) {
        if (now.equals(traffic)) {
            return false;
        }
        traffic = now;
        events.accept(new EngineEvent.TrafficCounted(now.up(), now.down(), now.connections()));
        return true;
    }

    EngineSnapshot snapshot() {
        return new EngineSnapshot(state(), strategy, listening, selection, trouble(), pool.statuses(), traffic,
                List.copyOf(activity));
    }

    private static boolean isSearch(Optional<Reason> trouble) {
        return trouble.filter(it -> it instanceof Reason.Searching || it instanceof Reason.SearchedInVain).isPresent();
    }

    private boolean isServing() {
        return listening.isPresent() && !isCutOff;
    }

    private Optional<Reason> trouble() {
        return isCutOff && listening.isPresent() ? Optional.of(new Reason.OwnNetworkDown()) : trouble;
    }

    private State state() {
        if (isCutOff && listening.isPresent()) {
            return State.TROUBLE;
        }
        if (trouble.filter(Reason.Searching.class::isInstance).isPresent()) {
            return State.CONNECTING;
        }
        if (trouble.isPresent()) {
            return State.TROUBLE;
        }
        if (listening.isEmpty()) {
            return State.OFF;
        }
        return hasWorked ? State.ON : State.CONNECTING;
    }

    /** A suspicion may be gone again by the time that the move which it has caused is told. */
    private void noteLeaving() {
        Optional<NamedEndpoint> before = selection.map(Selection::endpoint);
        if (pool.view().best().equals(before)) {
            whyLeft = Optional.empty();
        } else if (whyLeft.isEmpty()) {
            whyLeft = before.flatMap(it -> pool.lastFailure(it.id()));
        }
    }

    private void worked(NamedEndpoint through) {
        hasWorked = true;
        boolean wasDown = trouble.isPresent();
        trouble = Optional.empty();
        Optional<NamedEndpoint> before = selection.map(Selection::endpoint);
        select(whyLeft.map(pool::diagnosed).or(() -> before.flatMap(it -> pool.lastFailure(it.id())))
                .orElseGet(this::usualReason));
        whyLeft = Optional.empty();
        if (wasDown && before.equals(selection.map(Selection::endpoint))) {
            tell(new EngineEvent.Recovered(through));
        }
    }

    /** Brings the selection up to what new connections really try first. */
    private void select(Reason reason) {
        if (listening.isEmpty()) {
            return;
        }
        Optional<NamedEndpoint> before = selection.map(Selection::endpoint);
        Optional<NamedEndpoint> now = pool.view().best();
        if (now.isEmpty()) {
            selection = Optional.empty();
            down(nothingToUse());
        } else if (!now.equals(before)) {
            selection = Optional.of(new Selection(now.get(), reason));
            trouble = Optional.empty();
            tell(before.<EngineEvent>map(from -> new EngineEvent.Moved(from, now.get(), reason))
                    .orElseGet(() -> new EngineEvent.Selected(now.get(), reason)));
        }
    }

    private Reason usualReason() {
        return strategy instanceof Strategy.Fastest ? new Reason.Fastest() : new Reason.FirstChoice();
    }

    private Reason nothingToUse() {
        return strategy instanceof Strategy.Pinned ? new Reason.ChosenIsGone() : new Reason.NothingInList();
    }

    private void rename(NamedEndpoint renamed) {
        selection = selection.map(it -> new Selection(renamed, it.reason()));
    }

    private void down(Reason why) {
        boolean isNews = trouble.isEmpty() || !trouble.get().getClass().equals(why.getClass());
        trouble = Optional.of(why);
        if (isNews) {
            tell(new EngineEvent.Down(why));
        }
    }

    private void tell(EngineEvent event) {
        activity.addFirst(new Activity(clock.instant(), event));
        if (activity.size() > EngineSnapshot.MAX_ACTIVITY) {
            activity.removeLast();
        }
        events.accept(event);
    }
}
