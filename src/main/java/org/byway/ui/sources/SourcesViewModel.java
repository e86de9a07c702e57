package org.byway.ui.sources;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.byway.model.EndpointList;
import org.byway.model.Source;
import org.byway.subscription.SourceText;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.News;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.bridge.SourceCommands;
import org.byway.ui.bridge.Undo;
import org.byway.ui.control.Notice.Tone;
import org.byway.words.Words;

/** The sources with how many entries came from each, and what came of the last thing that was asked of one. */
final class SourcesViewModel implements ScreenModel {
    private final SourceCommands commands;
    private final Words words;
    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(News.NONE);
    private EndpointList list = EndpointList.EMPTY;
    private boolean isSeen;
    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);

    SourcesViewModel(SourceCommands commands, Words words) {
        this.commands = commands;
        this.words = words;
    }

    @Override
    public void show(EndpointList newest) {
        list = newest;
        look();
    }

    void inSight(boolean isInSight) {
        isSeen = isInSight;
        look();
    }

    /** Only while it is seen, since counting a long list costs something. */
    private void look() {
        if (!isSeen) {
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        list.entries().forEach(entry -> entry.sources().forEach(name -> counts.merge(name, 1, Integer::sum)));
        commands.all().whenComplete((sources, failure) -> {
            if (failure == null) {
                rows.setAll(sources.stream()
                        .map(it -> new SourceRow(it, name(it), counts.getOrDefault(it.name(), 0))).toList());
            } else {
                say(words.failure(failure), Tone.BAD);
            }
        });
    }

    /** Reads it again; one at a time. */
    void refresh(SourceRow row) {
        if (busy.get() || !row.mayBeRefreshed()) {
            return;
        }
        forget();
        CompletionStage<ImportSummary> reading = commands.refresh(row.source());
        running = reading.toCompletableFuture();
        busy.set(true);
        reading.whenComplete((summary, failure) -> {
            busy.set(false);
            if (failure instanceof CancellationException) {
                return;
            } else if (failure == null) {
                say(words.about(row.name(), result(summary)), summary.isClean() ? Tone.GOOD : Tone.MIXED);
            } else {
                say(words.failure(failure), Tone.BAD);
            }
            look();
        });
    }

    /** Gives up what is being read; what was found in it by then is not added. */
    void cancel() {
        running.cancel(true);
    }

    void remove(SourceRow row) {
        commands.remove(row.source()).whenComplete((way, failure) -> {
            if (failure == null) {
                news.set(new News(words.naming("sources.removed", row.name()), Tone.GOOD, Optional.of(way)));
            } else {
                say(words.failure(failure), Tone.BAD);
            }
            look();
        });
    }

    void undo() {
        Optional<Undo> way = news.get().undo();
        forget();
        way.ifPresent(Undo::undo);
    }

    void forget() {
        news.set(News.NONE);
    }

    /** What the last reading gave; nothing where that is not known. */
    String result(SourceRow row) {
        Source.Reading last = row.source().last();
        if (!row.isRemembered()) {
            return "";
        }
        return last.isGood()
                ? result(last.added(), last.known(), last.unreadable())
                : words.text("sources.failed");
    }

    private String result(ImportSummary summary) {
        return result(summary.counts().added(), summary.counts().known(), summary.problems().size());
    }

    private String result(int added, int known, int unreadable) {
        return words.text("sources.result", words.number(added), words.number(known), words.number(unreadable));
    }

    private String name(Source source) {
        return switch (source.name()) {
            case SourceText.PASTED -> words.text("sources.pasted");
            case SourceText.STANDARD_INPUT -> words.text("sources.stdin");
            case Source.BY_HAND -> words.text("sources.by-hand");
            case Source.PRACTICE -> words.text("sources.practice");
            default -> source.name();
        };
    }

    private void say(String sentence, Tone tone) {
        news.set(News.of(sentence, tone));
    }

    ObservableList<SourceRow> rows() {
        return rows;
    }

    /** While one is being read. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<News> news() {
        return news.getReadOnlyProperty();
    }
}
