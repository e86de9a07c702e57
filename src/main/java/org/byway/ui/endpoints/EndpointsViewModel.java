package org.byway.ui.endpoints;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.health.EndpointStatus;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.bridge.ScreenModel;
import org.byway.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of the table, which of them are searched for, and what is in use. A long list is brought into rows, searched and
 * put in order on another thread, one change after the other, and shown when that is done.
 */
final class EndpointsViewModel implements ScreenModel {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointsViewModel.class);

    private final Commands commands;
    private final EntryPlaces places;
    private final LongWork work;
    private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(Rows.NONE);
    private final ReadOnlyObjectWrapper<List<EndpointRow>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<EndpointId>> inUse = new ReadOnlyObjectWrapper<>(Optional.empty());
    private EndpointList list = EndpointList.EMPTY;
    private Arrangement arrangement = Arrangement.PLAIN;
    private Map<EndpointId, EndpointStatus> statuses = Map.of();
    private Map<EndpointId, Traffic> totals = Map.of();
    private boolean isListening;
    private boolean isArranging;
    private boolean isOutdated;

    EndpointsViewModel(Commands commands, Words words, LongWork work) {
        this.commands = commands;
        this.places = new EntryPlaces(words);
        this.work = work;
    }

    @Override
    public void show(EndpointList newest) {
        list = newest;
        arrange();
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        isListening = snapshot.listening().isPresent();
        inUse.set(snapshot.selected().map(selected -> selected.endpoint().id()));
        Map<EndpointId, EndpointStatus> before = statuses;
        statuses = snapshot.statuses();
        before.keySet().stream().filter(id -> !statuses.containsKey(id))
                .forEach(id -> showStatus(id, EndpointStatus.UNKNOWN));
        statuses.forEach(this::showStatus);
    }

    /** Asks what went through each endpoint so far; once a second while the screen is seen. */
    void tick() {
        if (!isListening) {
            return; // nothing can have moved
        }
        commands.totals().thenAccept(newest -> {
            totals = newest;
            totals.forEach(this::showTotal);
        });
    }

    /** Shows only rows that have every one of the words somewhere; all where there is none. */
    void search(String text) {
        arrangement = arrangement.with(Search.of(text, places::name));
        arrange();
    }

    void order(Comparator<Sight> order) {
        arrangement = arrangement.with(order);
        arrange();
    }

    /** The table of countries has been read. */
    void placesKnown() {
        arrange();
    }

    /** What is asked for while it goes on is done next. */
    private void arrange() {
        if (isArranging) {
            isOutdated = true;
            return;
        }
        isArranging = true;
        isOutdated = false;
        Rows before = rows.get();
        EndpointList newest = list;
        Arrangement wanted = arrangement;
        work.on(newest.size() + before.list().size(), () -> {
            Rows.Next next = before.next(newest, places);
            return new Arranged(next, wanted.of(next.rows().inOrder(), next::state));
        }).whenComplete((done, failure) -> {
            isArranging = false;
            if (failure == null) {
                show(done);
            } else {
                LOG.error("the rows could not be put in order", failure);
            }
            if (isOutdated) {
                arrange();
            }
        });
    }

    private record Arranged(Rows.Next next, List<EndpointRow> found) {}

    private void show(Arranged done) {
        Rows newest = done.next().rows();
        done.next().renewed().values().forEach(it -> it.row().become(it.state()));
        rows.set(newest);
        if (done.next().isOther()) {
            statuses.forEach(this::showStatus);
            totals.forEach(this::showTotal);
        }
        found.set(done.found());
    }

    /** Whether this version can connect through the entry at all. */
    static boolean isUsable(EndpointRow row) {
        return !(row.entry().endpoint() instanceof UnsupportedEndpoint);
    }

    Optional<EndpointRow> find(EndpointId id) {
        return rows.get().find(id);
    }

    static Set<EndpointId> ids(Collection<EndpointRow> rows) {
        return rows.stream().map(EndpointRow::id).collect(Collectors.toSet());
    }

    private void showStatus(EndpointId id, EndpointStatus status) {
        find(id).ifPresent(row -> row.change(state -> state.withStatus(status)));
    }

    private void showTotal(EndpointId id, Traffic total) {
        find(id).ifPresent(row -> row.change(state -> state.withMoved(total)));
    }

    /** All of the list, in its order. */
    List<EndpointRow> rows() {
        return rows.get().inOrder();
    }

    /** Those that are searched for, as they are to be shown; changes after {@link #rows()} does. */
    ReadOnlyObjectProperty<List<EndpointRow>> found() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Rows> all() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EndpointId>> inUse() {
        return inUse.getReadOnlyProperty();
    }

    /** Whether everything that was asked for is shown. */
    boolean isSettled() {
        return !isArranging;
    }
}
