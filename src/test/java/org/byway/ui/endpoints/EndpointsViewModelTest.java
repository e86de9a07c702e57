package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.model.EndpointList;
import org.byway.model.InvalidValueException;
import org.byway.model.ListEntry;
import org.byway.model.Problem;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsViewModelTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final Words words = new Words(Language.ENGLISH, Locale.ROOT, ZoneOffset.UTC);
    private final Deque<Runnable> aside = new ArrayDeque<>();
    private final LongWork working = new LongWork(aside::add, Runnable::run);
    private final EndpointsViewModel model = new EndpointsViewModel(commands, words, working);
    private final EndpointWork work = new EndpointWork(commands, words, working);

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
        assertThat(first.entry().name()).isEqualTo("Amsterdam, new");
    }

    @Test
    void aRemovalTouchesOnlyTheRowThatIsGone() {
        List<EndpointRow> before = model.rows();
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.KEPT)));
        assertThat(model.found().get()).containsExactly(before.getFirst(), before.getLast());
    }

    @Test
    void anUndoneRemovalComesBackToItsPlace() {
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.KEPT)));
        List<EndpointRow> before = model.rows();
        model.show(Samples.THREE);
        assertThat(names()).containsExactly("Amsterdam", "Oslo, the library", "Сервер Кати");
        assertThat(model.rows()).containsAll(before);
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
        EndpointsViewModel late = new EndpointsViewModel(commands, Words.forPerson(Optional.of("en")),
                working);
        late.show(Samples.on());
        late.show(Samples.THREE);
        assertThat(late.rows().getFirst().status().health()).isEqualTo(HealthState.DOWN);
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
        work.use(model.rows().get(1));
        work.use(model.rows().get(2));
        assertThat(commands.asked).containsExactly("use 0000000002");
    }

    @Test
    void whatKeepsItFromListeningAtAllIsSaid() {
        work.use(model.rows().get(1));
        commands.connecting.completeExceptionally(new InvalidValueException(Problem.NO_HOST));
        assertThat(work.news().get().sentence()).isEqualTo("The server's name or address is missing.");
    }

    @Test
    void aDeletionCanBeUndoneOnce() {
        work.delete(model.rows().subList(0, 2));
        assertThat(work.news().get().sentence()).isEqualTo("2 endpoints were deleted.");
        work.undo();
        work.undo();
        assertThat(commands.asked).containsExactly("delete [0000000001, 0000000002]", "undo");
        assertThat(work.news().get().sentence()).isEmpty();
    }

    @Test
    void aDeletionThatCouldNotBeSavedOffersNoUndo() {
        commands.canSave = false;
        work.delete(model.rows().subList(0, 1));
        assertThat(work.news().get().undo()).isEmpty();
        assertThat(work.news().get().sentence()).startsWith("The list could not be saved, so nothing was deleted.");
    }

    @Test
    void deletingNothingAsksNothing() {
        work.delete(List.of());
        assertThat(commands.asked).isEmpty();
        assertThat(work.news().get().sentence()).isEmpty();
    }

    @Test
    void aLongListIsArrangedAsideAndShownWhenThatIsDone() {
        EndpointList many = Samples.many(5_000);
        model.show(many);
        assertThat(model.isSettled()).isFalse();
        assertThat(names()).hasSize(3);
        aside.remove().run();
        assertThat(model.isSettled()).isTrue();
        assertThat(model.found().get()).hasSize(5_000).isEqualTo(model.rows());
    }

    @Test
    void whatIsAskedMeanwhileIsDoneNextAndOnlyTheLastOfIt() {
        model.show(Samples.many(5_000));
        model.search("nobody");
        model.search("volunteer 4999");
        model.show(Samples.many(4_999));
        assertThat(aside).hasSize(1);
        aside.remove().run();
        assertThat(aside).hasSize(1);
        aside.remove().run();
        assertThat(aside).isEmpty();
        assertThat(model.found().get()).extracting(EndpointRow::id).containsExactly(Samples.id(4_999));
    }

    @Test
    void aStatusThatComesWhileRowsAreArrangedIsShown() {
        model.show(Samples.many(5_000));
        model.show(Samples.on());
        aside.remove().run();
        assertThat(model.rows().get(1).status().health()).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void anOrderIsOfWhatRowsSaidWhenItWasBegun() {
        model.show(Samples.many(5_000));
        aside.remove().run();
        model.order(Comparator.comparing((Sight sight) -> sight.state().health()));
        model.rows()
                .forEach(row -> row.change(it -> it.withStatus(Samples.on().statuses().getOrDefault(Samples.OSLO.id(),
                        EndpointStatus.UNKNOWN))));
        aside.remove().run();
        assertThat(model.found().get()).hasSize(5_000);
    }

    @Test
    void pinnedRowsComeFirstInEveryOrder() {
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.OSLO, Samples.KEPT.withPin(true))));
        assertThat(model.found().get()).extracting(EndpointRow::id).startsWith(Samples.KEPT.id());
        model.order(Comparator.comparing((Sight sight) -> sight.entry().name()));
        assertThat(model.found().get()).extracting(row -> row.entry().name()).containsExactly("Сервер Кати",
                "Amsterdam", "Oslo, the library");
    }

    @Test
    void anIdThatIsThereTwiceHasOneRow() {
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.AMSTERDAM.withName("again"), Samples.OSLO)));
        assertThat(names()).containsExactly("Amsterdam", "Oslo, the library");
    }

    private List<String> names() {
        return model.rows().stream().map(row -> row.entry().name()).toList();
    }

    private List<HealthState> health() {
        return model.rows().stream().map(row -> row.status().health()).toList();
    }
}
