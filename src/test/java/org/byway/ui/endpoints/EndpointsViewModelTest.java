package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.health.HealthState;
import org.byway.model.EndpointList;
import org.byway.model.InvalidValueException;
import org.byway.model.ListEntry;
import org.byway.model.Problem;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsViewModelTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final EndpointsViewModel model = new EndpointsViewModel(commands,
            new Words(Language.ENGLISH, Locale.ROOT, ZoneOffset.UTC));

    @BeforeEach
    void showThree() {
        model.show(Samples.THREE);
    }

    @Test
    void rowsKeepTheirIdentityWhenTheirEntryChanges() {
        EndpointRow first = model.rows().getFirst();
        ListEntry renamed = Samples.entry(1, "Amsterdam, new", "friends.txt", Samples.AMSTERDAM.endpoint());
        model.show(new EndpointList(List.of(renamed, Samples.OSLO, Samples.KEPT)));
        assertThat(model.rows().getFirst()).isSameAs(first);
        assertThat(first.entry().get().name()).isEqualTo("Amsterdam, new");
    }

    @Test
    void aRemovalTouchesOnlyTheRowThatIsGone() {
        List<String> changes = changes();
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.KEPT)));
        assertThat(names()).containsExactly("Amsterdam", "Сервер Кати");
        assertThat(changes).containsExactly("-1 +0");
    }

    @Test
    void anUndoneRemovalComesBackToItsPlace() {
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.KEPT)));
        List<String> changes = changes();
        model.show(Samples.THREE);
        assertThat(names()).containsExactly("Amsterdam", "Oslo, the library", "Сервер Кати");
        assertThat(changes).containsExactly("-0 +1", "moved");
    }

    @Test
    void anEntryThatReturnsCarriesItsNewestFields() {
        model.show(EndpointList.EMPTY);
        assertThat(model.rows()).isEmpty();
        model.show(Samples.THREE);
        assertThat(names()).containsExactly("Amsterdam", "Oslo, the library", "Сервер Кати");
    }

    @Test
    void healthLiesOverTheList() {
        model.show(Samples.on());
        assertThat(health()).containsExactly(HealthState.DOWN, HealthState.ALIVE, HealthState.UNKNOWN);
        assertThat(model.inUse().get()).contains(Samples.OSLO.id());
    }

    @Test
    void healthOfAnEntryThatComesLaterIsShownToo() {
        EndpointsViewModel late = new EndpointsViewModel(commands, Words.forPerson(Optional.of("en")));
        late.show(Samples.on());
        late.show(Samples.THREE);
        assertThat(late.rows().getFirst().status().get().health()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void healthThatIsForgottenIsUnknownAgain() {
        model.show(Samples.on());
        model.show(EngineSnapshot.OFF);
        assertThat(health()).containsOnly(HealthState.UNKNOWN);
        assertThat(model.inUse().get()).isEmpty();
    }

    @Test
    void useAsksForThatOneAndNeverForOneThatCannotRun() {
        model.use(model.rows().get(1));
        model.use(model.rows().get(2));
        assertThat(commands.asked).containsExactly("use 0000000002");
    }

    @Test
    void whatKeepsItFromListeningAtAllIsSaid() {
        model.use(model.rows().get(1));
        commands.connecting.completeExceptionally(new InvalidValueException(Problem.NO_HOST));
        assertThat(model.notice().get()).isEqualTo("The server's name or address is missing.");
    }

    @Test
    void aDeletionCanBeUndoneOnce() {
        model.delete(model.rows().subList(0, 2));
        assertThat(model.notice().get()).isEqualTo("2 endpoints were deleted.");
        model.undo();
        model.undo();
        assertThat(commands.asked).containsExactly("delete [0000000001, 0000000002]", "undo");
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void aDeletionThatCouldNotBeSavedOffersNoUndo() {
        commands.canSave = false;
        model.delete(model.rows().subList(0, 1));
        assertThat(model.undoable().get()).isEmpty();
        assertThat(model.notice().get()).startsWith("The list could not be saved, so nothing was deleted.");
    }

    @Test
    void deletingNothingAsksNothing() {
        model.delete(List.of());
        assertThat(commands.asked).isEmpty();
        assertThat(model.notice().get()).isEmpty();
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        model.rows().addListener((ListChangeListener<EndpointRow>) change -> {
            while (change.next()) {
                changes.add(change.wasPermutated()
                        ? "moved"
                        : "-" + change.getRemovedSize() + " +" + change.getAddedSize());
            }
        });
        return changes;
    }

    private List<String> names() {
        return model.rows().stream().map(row -> row.entry().get().name()).toList();
    }

    private List<HealthState> health() {
        return model.rows().stream().map(row -> row.status().get().health()).toList();
    }
}
