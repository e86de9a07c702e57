package org.byway.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.byway.engine.Activity;
import org.byway.engine.EngineEvent;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private final ActivityViewModel model = new ActivityViewModel();
    private final List<Integer> added = new ArrayList<>();

    @Test
    void newLinesAreAddedAboveAndTheOthersStay() {
        List<Activity> evening = Samples.evening();
        model.show(Samples.withActivity(evening.subList(2, 6)));
        count();
        model.show(Samples.withActivity(evening));
        assertThat(model.lines()).isEqualTo(evening);
        assertThat(added).containsExactly(2);
    }

    @Test
    void theSameLinesChangeNothing() {
        model.show(Samples.withActivity(Samples.evening()));
        count();
        model.show(Samples.withActivity(Samples.evening()));
        assertThat(added).isEmpty();
    }

    @Test
    void theOldestLeaveWhereTheEngineForgotThem() {
        List<Activity> evening = Samples.evening();
        model.show(Samples.withActivity(evening.subList(1, 6)));
        model.show(Samples.withActivity(evening.subList(0, 5)));
        assertThat(model.lines()).isEqualTo(evening.subList(0, 5));
    }

    @Test
    void linesThatHaveNothingInCommonReplaceEachOther() {
        model.show(Samples.withActivity(Samples.evening()));
        List<Activity> other = List.of(Samples.at(-5, new EngineEvent.Stopped()));
        model.show(Samples.withActivity(other));
        assertThat(model.lines()).isEqualTo(other);
    }

    private void count() {
        model.lines().addListener((ListChangeListener<Activity>) change -> {
            while (change.next()) {
                added.add(change.getAddedSize());
            }
        });
    }
}
