package org.byway.ui.endpoints;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.health.EndpointStatus;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ScreenModel;
import org.byway.words.Words;

/** The rows of the table, which of them are searched for, and what is in use. */
final class EndpointsViewModel implements ScreenModel {
    private final Commands commands;
    private final RowList list;
    private final FilteredList<EndpointRow> found;
    private final ReadOnlyObjectWrapper<Optional<EndpointId>> inUse = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper arrangement = new ReadOnlyIntegerWrapper();
    private Map<EndpointId, EndpointStatus> statuses = Map.of();
    private Map<EndpointId, Traffic> totals = Map.of();
    private boolean isListening;

    EndpointsViewModel(Commands commands, Words words) {
        this.commands = commands;
        this.list = new RowList(new EntryPlaces(words));
        this.found = new FilteredList<>(list.rows());
    }

    @Override
    public void show(EndpointList newest) {
        Set<EndpointId> pinned = pinned();
        list.follow(newest);
        statuses.forEach(this::showStatus);
        totals.forEach(this::showTotal);
        if (!pinned.equals(pinned())) {
            arrangement.set(arrangement.get() + 1);
        }
        List<EndpointRow> rows = List.copyOf(list.rows());
        Thread.ofVirtual().name("byway-index").start(() -> rows.forEach(EndpointRow::card));
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        isListening = snapshot.listening().isPresent();
        inUse.set(snapshot.selected().map(selected -> selected.endpoint().id()));
        Set<EndpointId> gone = new HashSet<>(statuses.keySet());
        gone.removeAll(snapshot.statuses().keySet());
        gone.forEach(id -> showStatus(id, EndpointStatus.UNKNOWN));
        statuses = snapshot.statuses();
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
        Search search = Search.of(text);
        found.setPredicate(search.isEmpty() ? null : row -> search.finds(row.card().searched()));
    }

    /** The table of countries has been read. */
    void placesKnown() {
        list.rows().forEach(EndpointRow::forgetCard);
        arrangement.set(arrangement.get() + 1);
    }

    /** Whether this version can connect through the entry at all. */
    static boolean isUsable(EndpointRow row) {
        return !(row.entry().endpoint() instanceof UnsupportedEndpoint);
    }

    Optional<EndpointRow> find(EndpointId id) {
        return Optional.ofNullable(list.find(id));
    }

    static Set<EndpointId> ids(Collection<EndpointRow> rows) {
        return rows.stream().map(EndpointRow::id).collect(Collectors.toSet());
    }

    private Set<EndpointId> pinned() {
        return list.rows().stream().filter(row -> row.entry().isPinned()).map(EndpointRow::id)
                .collect(Collectors.toSet());
    }

    private void showStatus(EndpointId id, EndpointStatus status) {
        find(id).ifPresent(row -> row.change(state -> state.withStatus(status)));
    }

    private void showTotal(EndpointId id, Traffic total) {
        find(id).ifPresent(row -> row.change(state -> state.withMoved(total)));
    }

    /** All of the list. */
    ObservableList<EndpointRow> rows() {
        return list.rows();
    }

    /** Those that are searched for. */
    FilteredList<EndpointRow> found() {
        return found;
    }

    ReadOnlyObjectProperty<Optional<EndpointId>> inUse() {
        return inUse.getReadOnlyProperty();
    }

    /** Changes where rows have to be put in order again although none came or went. */
    ReadOnlyIntegerProperty arrangement() {
        return arrangement.getReadOnlyProperty();
    }
}
