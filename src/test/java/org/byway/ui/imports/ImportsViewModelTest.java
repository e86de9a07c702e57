package org.byway.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.byway.importer.Rejection;
import org.byway.store.StoreException;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.ImportSummary.Counts;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.testing.RecordedCommands;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

class ImportsViewModelTest {
    private static final LineProblem NO_PORT = new LineProblem(3, "203.0.113.9", Rejection.NO_PORT);

    private final RecordedCommands commands = new RecordedCommands();
    private final ImportsViewModel model = new ImportsViewModel(commands,
            new Words(Language.ENGLISH, Locale.ROOT, ZoneOffset.UTC));

    @Test
    void aCleanImportEmptiesTheFieldAndMayGoOn() {
        paste("socks5://203.0.113.9:1080");
        assertThat(model.busy().get()).isTrue();
        commands.importing.complete(new ImportSummary(new Counts(1, 0, 0), List.of()));
        assertThat(model.busy().get()).isFalse();
        assertThat(model.result().get())
                .isEqualTo(new ImportsViewModel.Result("1 endpoint was added.", Tone.GOOD, true));
        assertThat(model.text().get()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadStaysInTheField() {
        paste("three lines");
        commands.importing.complete(new ImportSummary(new Counts(2, 1, 1), List.of(NO_PORT)));
        assertThat(model.result().get().sentence())
                .isEqualTo("2 endpoints were added. 1 was in your list already."
                        + " 1 is of a kind that this version cannot use yet; it is kept. 1 line could not be read:");
        assertThat(model.result().get().tone()).isEqualTo(Tone.MIXED);
        assertThat(model.problems()).containsExactly(NO_PORT);
        assertThat(model.text().get()).isEqualTo("three lines");
    }

    @Test
    void nothingAddedMayNotGoOn() {
        paste("hello");
        commands.importing.complete(new ImportSummary(new Counts(0, 0, 0), List.of()));
        assertThat(model.result().get()).isEqualTo(
                new ImportsViewModel.Result("There was nothing in it that could be added.", Tone.BAD, false));
    }

    @Test
    void aListThatCannotBeSavedSaysWhy() {
        model.files(List.of(Path.of("list.txt")));
        commands.importing.completeExceptionally(
                new StoreException(StoreException.Kind.FULL, Path.of("home"), new IOException()));
        assertThat(model.result().get().sentence()).startsWith("The disk is full");
        assertThat(commands.asked).containsExactly("import [list.txt]");
    }

    @Test
    void aFaultOfTheProgramIsSaidAndNothingIsLost() {
        paste("socks5://203.0.113.9:1080");
        commands.importing.completeExceptionally(new IllegalStateException("a bug"));
        assertThat(model.busy().get()).isFalse();
        assertThat(model.result().get().tone()).isEqualTo(Tone.BAD);
        assertThat(model.text().get()).isNotEmpty();
    }

    @Test
    void theProblemsOfTheLastImportAreForgottenWithTheNext() {
        paste("bad");
        commands.importing.complete(new ImportSummary(new Counts(0, 0, 0), List.of(NO_PORT)));
        commands.importing = new CompletableFuture<>();
        paste("good");
        commands.importing.complete(new ImportSummary(new Counts(1, 0, 0), List.of()));
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void aLongListIsReadWithoutBeingShown() {
        String list = "203.0.113.9:1080\n".repeat(50_000);
        model.text(list);
        assertThat(commands.asked).containsExactly("import " + list);
        assertThat(model.text().get()).isEmpty();
        assertThat(model.busy().get()).isTrue();
    }

    @Test
    void whatIsGivenUpStaysInTheFieldAndIsNoFailure() {
        paste("203.0.113.9:1080");
        assertThat(model.reading().get()).isTrue();
        model.cancel();
        assertThat(commands.importing).isCancelled();
        assertThat(model.busy().get()).isFalse();
        assertThat(model.reading().get()).isFalse();
        assertThat(model.result().get().sentence()).isEmpty();
        assertThat(model.text().get()).isEqualTo("203.0.113.9:1080");
    }

    @Test
    void anEmptyFieldAsksNothing() {
        paste("  \n ");
        model.files(List.of());
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void practiceGoesOnOnceItRuns() {
        List<String> went = new ArrayList<>();
        model.practice(() -> went.add("home"));
        assertThat(went).isEmpty();
        commands.practising.complete(null);
        assertThat(went).containsExactly("home");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void practiceThatCannotRunIsSaid() {
        commands.practising.completeExceptionally(new IllegalStateException("no port"));
        model.practice(() -> {
            throw new AssertionError("went on");
        });
        assertThat(model.result().get().sentence()).startsWith("The practice network could not be started.");
    }

    private void paste(String text) {
        model.text().set(text);
        model.importText();
    }
}
