package org.byway.ui.endpoints;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.byway.importer.ExportFormat;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.bridge.News;
import org.byway.ui.bridge.Undo;
import org.byway.ui.control.Notice.Tone;
import org.byway.words.Words;

/** What a person does with rows, what came of the last of it, and the one deletion that can still be undone. */
final class EndpointWork {
    private final Commands commands;
    private final Words words;
    private final LongWork writing;
    private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(News.NONE);

    EndpointWork(Commands commands, Words words, LongWork writing) {
        this.commands = commands;
        this.words = words;
        this.writing = writing;
    }

    void use(EndpointRow row) {
        if (EndpointsViewModel.isUsable(row)) {
            sayFailure(commands.use(row.id()));
        }
    }

    void delete(Collection<EndpointRow> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Set<EndpointId> ids = EndpointsViewModel.ids(gone);
        commands.delete(ids).whenComplete((way, failure) -> news.set(failure == null
                ? new News(words.count("endpoints.deleted", ids.size()), Tone.GOOD, Optional.of(way))
                : News.of(words.text("endpoints.not-deleted"), Tone.BAD)));
    }

    /** Pins all of them, or where all are pinned, none. */
    void pin(Collection<EndpointRow> rows) {
        boolean isPinned = !rows.stream().allMatch(row -> row.entry().isPinned());
        edit(rows, entry -> entry.withPin(isPinned));
    }

    /** Gives each the tags that are new and takes from each those that are gone; others that it has stay. */
    void tag(Collection<EndpointRow> rows, Set<String> added, Set<String> taken) {
        edit(rows, entry -> {
            SequencedSet<String> tags = new LinkedHashSet<>(entry.tags());
            tags.removeAll(taken);
            tags.addAll(added);
            return entry.withTags(tags);
        });
    }

    /** Gives the share links of the rows, a line each, where there are any; passwords are in them. */
    void copy(Collection<EndpointRow> rows, Consumer<String> links) {
        EndpointList list = new EndpointList(entries(rows));
        writing.on(list.size(), () -> ExportFormat.LINKS.write(list)).thenAccept(export -> {
            if (export.written() == 0) {
                say(words.text("endpoints.no-link"), Tone.BAD);
                return;
            }
            links.accept(export.text().reveal());
            say(words.count("endpoints.copied", export.written()) + leftOut(export.leftOut().size()),
                    export.leftOut().isEmpty() ? Tone.GOOD : Tone.MIXED);
        });
    }

    void export(Collection<EndpointRow> rows, Path file) {
        commands.export(entries(rows), file).whenComplete((done, failure) -> {
            if (failure == null) {
                say(words.count("endpoints.exported", done.written()) + leftOut(done.leftOut()),
                        done.leftOut() == 0 ? Tone.GOOD : Tone.MIXED);
            } else {
                say(words.failure(failure), Tone.BAD);
            }
        });
    }

    void undo() {
        Optional<Undo> way = news.get().undo();
        news.set(News.NONE);
        way.ifPresent(Undo::undo);
    }

    /** The news was read: what was deleted stays deleted. */
    void forget() {
        news.set(News.NONE);
    }

    void say(String sentence, Tone tone) {
        news.set(News.of(sentence, tone));
    }

    private void edit(Collection<EndpointRow> rows, UnaryOperator<ListEntry> edit) {
        if (!rows.isEmpty()) {
            sayFailure(commands.edit(EndpointsViewModel.ids(rows), edit));
        }
    }

    private void sayFailure(CompletionStage<Void> asked) {
        asked.whenComplete((nothing, failure) -> {
            if (failure != null) {
                say(words.failure(failure), Tone.BAD);
            }
        });
    }

    private String leftOut(int count) {
        return count == 0 ? "" : " " + words.count("endpoints.left-out", count);
    }

    private static List<ListEntry> entries(Collection<EndpointRow> rows) {
        return rows.stream().map(EndpointRow::entry).toList();
    }

    ReadOnlyObjectProperty<News> news() {
        return news.getReadOnlyProperty();
    }
}
