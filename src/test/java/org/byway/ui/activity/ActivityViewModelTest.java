package org.byway.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import org.byway.engine.Activity;
import org.byway.engine.EngineEvent;
import org.byway.ui.testing.Samples;
import org.byway.words.Language;
import org.byway.words.Words;
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

    @Test
    void aMoveIsToldWithItsVerdictAndTroubleWithItsStep() {
        Words words = new Words(Language.ENGLISH, Locale.ROOT, ZoneOffset.UTC);
        model.show(Samples.frozen());
        assertThat(words.sentence(model.lines().getFirst().event()))
                .isEqualTo("Moved to Oslo, the library: Amsterdam stopped after 16 kB (typical of filtering).");
        model.show(Samples.allSilent());
        assertThat(words.sentence(model.lines().getFirst().event())).startsWith("Programs get no connection.")
                .endsWith("try or add other endpoints.");
    }

    private void count() {
        model.lines().addListener((ListChangeListener<Activity>) change -> {
            while (change.next()) {
                added.add(change.getAddedSize());
            }
        });
    }
}
