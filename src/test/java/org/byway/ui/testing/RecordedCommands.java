package org.byway.ui.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byway.model.EndpointId;
import org.byway.model.Settings.Theme;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.Undo;

/** Writes down what was asked, and answers as it is told to. */
public final class RecordedCommands implements Commands {
    public final List<String> asked = new ArrayList<>();
    public CompletableFuture<ImportSummary> importing = new CompletableFuture<>();
    public CompletableFuture<Void> connecting = new CompletableFuture<>();
    public CompletableFuture<Void> practising = new CompletableFuture<>();
    public boolean canSave = true;

    @Override
    public CompletionStage<Void> connect() {
        asked.add("connect");
        return connecting;
    }

    @Override
    public void disconnect() {
        asked.add("disconnect");
    }

    @Override
    public CompletionStage<Void> use(EndpointId id) {
        asked.add("use " + id);
        return connecting;
    }

    @Override
    public CompletionStage<Undo> delete(Set<EndpointId> ids) {
        asked.add("delete " + ids.stream().map(EndpointId::text).sorted().toList());
        return canSave
                ? CompletableFuture.completedFuture(() -> asked.add("undo"))
                : CompletableFuture.failedFuture(new IllegalStateException("full disk"));
    }

    @Override
    public CompletionStage<ImportSummary> importText(String text) {
        asked.add("import " + text);
        return importing;
    }

    @Override
    public CompletionStage<ImportSummary> importFiles(List<Path> files) {
        asked.add("import " + files);
        return importing;
    }

    @Override
    public CompletionStage<Void> practice() {
        asked.add("practice");
        return practising;
    }

    @Override
    public void chooseTheme(Theme theme) {
        asked.add("theme " + theme);
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        asked.add("language " + tag.orElse("of the system"));
    }
}
