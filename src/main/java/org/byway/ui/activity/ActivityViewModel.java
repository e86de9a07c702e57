package org.byway.ui.activity;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.byway.engine.Activity;
import org.byway.engine.EngineSnapshot;
import org.byway.ui.bridge.ScreenModel;

/** The lines of activity, newest first; only what is new is added, so that nothing jumps under the reader's eye. */
final class ActivityViewModel implements ScreenModel {
    private final ObservableList<Activity> lines = FXCollections.observableArrayList();

    @Override
    public void show(EngineSnapshot snapshot) {
        List<Activity> newest = snapshot.activity();
        int fresh = lines.isEmpty() ? newest.size() : newest.indexOf(lines.getFirst());
        if (fresh < 0) {
            lines.setAll(newest);
            return;
        }
        lines.addAll(0, newest.subList(0, fresh));
        if (lines.size() > newest.size()) {
            lines.remove(newest.size(), lines.size());
        }
    }

    ObservableList<Activity> lines() {
        return lines;
    }
}
