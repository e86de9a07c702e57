package org.byway.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.byway.importer.Rejection;
import org.byway.model.Secret;
import org.byway.model.Source;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourcesViewModelTest {
    private static final Source FRIENDS = new Source("friends.txt", Optional.of(Secret.of("/home/a/friends.txt")),
            Samples.NOW.getEpochSecond(), new Source.Reading(true, 2, 1, 3));
    private static final Source PASTED = new Source("pasted", Optional.empty(), 0, Source.Reading.FAILED);

    private final RecordedCommands commands = new RecordedCommands();
    private final SourcesViewModel model = new SourcesViewModel(commands.sources(),
            new Words(Language.ENGLISH, Locale.ENGLISH, ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        commands.sources.addAll(List.of(FRIENDS, PASTED));
        model.show(Samples.THREE);
        model.inSight(true);
    }

    @Test
    void eachHasItsEntriesAndItsLastResult() {
        assertThat(model.rows()).extracting(SourceRow::name).containsExactly("friends.txt", "Pasted text");
        assertThat(model.rows()).extracting(SourceRow::entries).containsExactly(2, 1);
        assertThat(model.rows()).extracting(model::result).containsExactly("2 new, 1 known, 3 unreadable", "");
    }

    @Test
    void aReadingThatFailedSaysSo() {
        commands.sources.set(0, FRIENDS.withReading(Samples.NOW, Source.Reading.FAILED));
        model.show(Samples.THREE);
        assertThat(model.result(model.rows().getFirst())).isEqualTo("Could not be read");
    }

    @Test
    void nothingIsAskedWhileNobodyLooks() {
        model.inSight(false);
        commands.sources.clear();
        model.show(Samples.THREE);
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void whatARefreshGaveIsSaid() {
        model.refresh(model.rows().getFirst());
        assertThat(model.busy().get()).isTrue();
        model.refresh(model.rows().getFirst());
        commands.importing.complete(new ImportSummary(new ImportSummary.Counts(1, 3, 0),
                List.of(new LineProblem(2, "", Rejection.NO_PORT))));
        assertThat(commands.asked).containsExactly("refresh friends.txt");
        assertThat(model.news().get().sentence()).isEqualTo("friends.txt: 1 new, 3 known, 1 unreadable");
        assertThat(model.news().get().tone()).isEqualTo(Tone.MIXED);
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aRefreshThatFailedIsSaid() {
        commands.importing = CompletableFuture.failedFuture(new IllegalStateException());
        model.refresh(model.rows().getFirst());
        assertThat(model.news().get().tone()).isEqualTo(Tone.BAD);
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aRefreshIsGivenUp() {
        model.refresh(model.rows().getFirst());
        model.cancel();
        assertThat(commands.importing).isCancelled();
        assertThat(model.busy().get()).isFalse();
        assertThat(model.news().get().sentence()).isEmpty();
    }

    @Test
    void whatWasPastedCannotBeReadAgain() {
        model.refresh(model.rows().getLast());
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void oneIsRemovedAndComesBack() {
        model.remove(model.rows().getFirst());
        assertThat(model.news().get().sentence()).startsWith("friends.txt was removed");
        assertThat(model.rows()).extracting(SourceRow::name).containsExactly("Pasted text");
        model.undo();
        assertThat(commands.asked).containsExactly("remove friends.txt", "undo");
        assertThat(model.news().get().sentence()).isEmpty();
    }
}
