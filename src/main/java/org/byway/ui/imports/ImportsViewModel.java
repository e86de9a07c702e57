package org.byway.ui.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.Intake;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.control.Notice.Tone;
import org.byway.words.Words;

/** The text that was pasted, and what came of importing it. */
final class ImportsViewModel implements Intake, ScreenModel {
    /** Characters; a field would lay a much longer text out for seconds, and nobody reads it there. */
    static final int MOST_SHOWN = 20_000;

    private final Commands commands;
    private final Words words;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper firstRun = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(Result.NONE);
    private final ObservableList<LineProblem> problems = FXCollections.observableArrayList();

    ImportsViewModel(Commands commands, Words words) {
        this.commands = commands;
        this.words = words;
    }

    /**
     * What the notice says.
     *
     * @param mayGoOn whether there is something to connect through now
     */
    record Result(String sentence, Tone tone, boolean mayGoOn) {
        static final Result NONE = new Result("", Tone.GOOD, false);
    }

    void importText() {
        if (!text.get().isBlank()) {
            run(commands.importText(text.get()), true);
        }
    }

    /** Text that was dropped or pasted: it shows in the field, so that a person sees what is read, unless it is a long list. */
    @Override
    public void text(String dropped) {
        if (dropped.length() > MOST_SHOWN) {
            run(commands.importText(dropped), false);
        } else {
            text.set(dropped);
            importText();
        }
    }

    @Override
    public void files(List<Path> files) {
        if (!files.isEmpty()) {
            run(commands.importFiles(files), false);
        }
    }

    @Override
    public void picture(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] points = new int[width * height];
        if (picture.getPixelReader() != null) {
            picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
        }
        run(commands.importPicture(width, points), false);
    }

    /** @param whenRunning what follows once the practice network runs */
    void practice(Runnable whenRunning) {
        busy.set(true);
        commands.practice().whenComplete((nothing, failure) -> {
            busy.set(false);
            if (failure == null) {
                whenRunning.run();
            } else {
                result.set(new Result(words.text("import.no-practice"), Tone.BAD, false));
            }
        });
    }

    /** Gives up what is being read; what was found in it by then is not added. */
    void cancel() {
        running.cancel(true);
    }

    private void run(CompletionStage<ImportSummary> importing, boolean isOfField) {
        busy.set(true);
        reading.set(true);
        running = importing.toCompletableFuture();
        importing.whenComplete((summary, failure) -> {
            busy.set(false);
            reading.set(false);
            if (failure instanceof CancellationException) {
                return;
            }
            if (failure != null) {
                problems.clear();
                result.set(new Result(words.failure(failure), Tone.BAD, false));
                return;
            }
            problems.setAll(summary.problems());
            result.set(new Result(sentence(summary), tone(summary), summary.isUseful()));
            if (isOfField && summary.isUseful() && summary.isClean()) {
                text.set("");
            }
        });
    }

    private String sentence(ImportSummary summary) {
        List<String> parts = new ArrayList<>();
        addCount(parts, "import.added", summary.counts().added());
        addCount(parts, "import.known", summary.counts().known());
        addCount(parts, "import.kept", summary.counts().kept());
        addCount(parts, "import.problems", summary.problems().size());
        return parts.isEmpty() ? words.text("import.nothing") : String.join(" ", parts);
    }

    private void addCount(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(words.count(key, count));
        }
    }

    private static Tone tone(ImportSummary summary) {
        if (!summary.isUseful()) {
            return Tone.BAD;
        }
        return summary.isClean() ? Tone.GOOD : Tone.MIXED;
    }

    StringProperty text() {
        return text;
    }

    @Override
    public void show(EndpointList list) {
        firstRun.set(list.isEmpty());
    }

    /** Whether there is nothing in the list, so that a person is to be greeted. */
    ReadOnlyBooleanProperty firstRun() {
        return firstRun.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is something that can be given up. */
    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    ObservableList<LineProblem> problems() {
        return problems;
    }
}
