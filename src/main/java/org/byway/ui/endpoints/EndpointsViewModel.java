package org.byway.ui.endpoints;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.health.EndpointStatus;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.Undo;
import org.byway.words.Words;

/** The rows of the table, what is in use, and the one deletion that can still be undone. */
final class EndpointsViewModel {
    private final Commands commands;
    private final Words words;
    private final RowList list = new RowList();
    private final ReadOnlyObjectWrapper<Optional<EndpointId>> inUse = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Undo>> undo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Map<EndpointId, EndpointStatus> statuses = Map.of();

    EndpointsViewModel(Commands commands, Words words) {
        this.commands = commands;
        this.words = words;
    }

    void show(EndpointList newest) {
        list.follow(newest);
        statuses.forEach(this::showStatus);
    }

    void show(EngineSnapshot snapshot) {
        inUse.set(snapshot.selected().map(selected -> selected.endpoint().id()));
        Set<EndpointId> gone = new HashSet<>(statuses.keySet());
        gone.removeAll(snapshot.statuses().keySet());
        gone.forEach(id -> showStatus(id, EndpointStatus.UNKNOWN));
        statuses = snapshot.statuses();
        statuses.forEach(this::showStatus);
    }

    /** Whether this version can connect through the entry at all. */
    static boolean isUsable(EndpointRow row) {
        return !(row.entry().get().endpoint() instanceof UnsupportedEndpoint);
    }

    void use(EndpointRow row) {
        if (isUsable(row)) {
            commands.use(row.id()).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    undo.set(Optional.empty());
                    notice.set(words.failure(failure));
                }
            });
        }
    }

    void delete(Collection<EndpointRow> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Set<EndpointId> ids = gone.stream().map(EndpointRow::id).collect(Collectors.toSet());
        commands.delete(ids).whenComplete((way, failure) -> {
            undo.set(failure == null ? Optional.of(way) : Optional.empty());
            notice.set(failure == null
                    ? words.count("endpoints.deleted", ids.size())
                    : words.text("endpoints.not-deleted"));
        });
    }

    void undo() {
        undo.get().ifPresent(Undo::undo);
        forgetUndo();
    }

    /** The notice was read: what was deleted stays deleted. */
    void forgetUndo() {
        undo.set(Optional.empty());
        notice.set("");
    }

    private void showStatus(EndpointId id, EndpointStatus status) {
        EndpointRow row = list.find(id);
        if (row != null) {
            row.status().set(status);
        }
    }

    ObservableList<EndpointRow> rows() {
        return list.rows();
    }

    ReadOnlyObjectProperty<Optional<EndpointId>> inUse() {
        return inUse.getReadOnlyProperty();
    }

    /** What was just deleted or could not be done, or empty. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Undo>> undoable() {
        return undo.getReadOnlyProperty();
    }
}
