package org.byway.ui.connections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.byway.engine.standing.OpenConnection;
import org.byway.ui.bridge.Commands;

/** The open connections, newest first; those that go on keep their row. */
final class ConnectionsViewModel {
    private final Commands commands;
    private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();
    private Map<Long, ConnectionRow> byNumber = new HashMap<>();
    private boolean isAsking;

    ConnectionsViewModel(Commands commands) {
        this.commands = commands;
    }

    /** Asks for the newest, unless the last answer is still to come. */
    void tick() {
        if (!isAsking) {
            isAsking = true;
            commands.connections().whenComplete((newest, failure) -> {
                isAsking = false;
                if (failure == null) {
                    show(newest);
                }
            });
        }
    }

    private void show(List<OpenConnection> newest) {
        Map<Long, ConnectionRow> now = new HashMap<>();
        List<ConnectionRow> fresh = new ArrayList<>();
        for (OpenConnection connection : newest) {
            ConnectionRow row = byNumber.get(connection.number());
            if (row == null) {
                row = new ConnectionRow(connection);
                fresh.add(row);
            } else {
                row.set(connection);
            }
            now.put(connection.number(), row);
        }
        byNumber = now;
        rows.removeIf(row -> !now.containsKey(row.value().get().number()));
        rows.addAll(0, fresh);
    }

    void close(Collection<ConnectionRow> closed) {
        List.copyOf(closed).forEach(row -> commands.close(row.value().get().number()));
        tick();
    }

    void closeAll() {
        close(rows);
    }

    ObservableList<ConnectionRow> rows() {
        return rows;
    }
}
