package org.byway.ui.endpoints;

import java.util.Collection;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.TestWatch;
import org.byway.ui.control.Notice.Tone;
import org.byway.words.Words;

/** A test of rows that is going on: how far it is, and the way to give it up. One at a time. */
final class EndpointTests implements TestWatch {
    private final EndpointsViewModel rows;
    private final EndpointWork work;
    private final Commands commands;
    private final Words words;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private Runnable cancel = () -> {};
    private int all;
    private int done;
    private int working;

    EndpointTests(EndpointsViewModel rows, EndpointWork work, Commands commands, Words words) {
        this.rows = rows;
        this.work = work;
        this.commands = commands;
        this.words = words;
    }

    void begin(Collection<EndpointRow> chosen) {
        List<ListEntry> entries = chosen.stream().filter(EndpointsViewModel::isUsable).map(EndpointRow::entry)
                .toList();
        if (running.get()) {
            return;
        } else if (entries.isEmpty()) {
            work.say(words.text("test.nothing"), Tone.BAD);
            return;
        }
        work.forget();
        all = entries.size();
        done = 0;
        working = 0;
        running.set(true);
        tell();
        cancel = commands.test(entries, this);
    }

    void cancel() {
        cancel.run();
    }

    @Override
    public void tested(ListEntry entry, ProbeVerdict verdict) {
        done++;
        working += verdict instanceof ProbeVerdict.Works ? 1 : 0;
        rows.find(entry.id()).filter(row -> row.entry().endpoint().equals(entry.endpoint()))
                .ifPresent(row -> row.change(state -> state.withTest(verdict)));
        tell();
    }

    @Override
    public void ended() {
        running.set(false);
        String sums = words.text("test.sums", words.number(working), words.number(done));
        String left = done < all ? " " + words.text("test.left", words.number(all - done)) : "";
        work.say(sums + left, working > 0 ? Tone.GOOD : Tone.MIXED);
    }

    private void tell() {
        progress.set((double) done / all);
        sentence.set(words.text("test.progress", words.number(done), words.number(all), words.number(working)));
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }
}
