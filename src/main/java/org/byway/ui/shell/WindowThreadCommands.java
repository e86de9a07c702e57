package org.byway.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.byway.model.EndpointId;
import org.byway.model.Settings.Theme;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.Undo;

/** Brings what commands answer back to the thread of the window, so that no view model thinks of threads. */
record WindowThreadCommands(Commands commands, Executor thread) implements Commands {
    @Override
    public CompletionStage<Void> connect() {
        return here(commands.connect());
    }

    @Override
    public void disconnect() {
        commands.disconnect();
    }

    @Override
    public CompletionStage<Void> use(EndpointId id) {
        return here(commands.use(id));
    }

    @Override
    public CompletionStage<Undo> delete(Set<EndpointId> ids) {
        return here(commands.delete(ids));
    }

    @Override
    public CompletionStage<ImportSummary> importText(String text) {
        return here(commands.importText(text));
    }

    @Override
    public CompletionStage<ImportSummary> importFiles(List<Path> files) {
        return here(commands.importFiles(files));
    }

    @Override
    public CompletionStage<Void> practice() {
        return here(commands.practice());
    }

    @Override
    public void chooseTheme(Theme theme) {
        commands.chooseTheme(theme);
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        commands.chooseLanguage(tag);
    }

    private <T> CompletionStage<T> here(CompletionStage<T> anywhere) {
        return anywhere.whenCompleteAsync((value, failure) -> {}, thread);
    }
}
