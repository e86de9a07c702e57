package org.byway.ui.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.model.ListEntry;
import org.byway.ui.bridge.Ways;

/** Writes down where a screen wanted to go, and stays. */
public final class StandingStill implements Ways {
    public final List<String> wanted = new ArrayList<>();
    /** What the person chooses where a file is asked for. */
    public Optional<Path> chosen = Optional.empty();

    @Override
    public void toHome() {
        wanted.add("home");
    }

    @Override
    public void toAdding() {
        wanted.add("adding");
    }

    @Override
    public void toSettings() {
        wanted.add("settings");
    }

    @Override
    public void toEditor(Optional<ListEntry> entry) {
        wanted.add("edit " + entry.map(ListEntry::name).orElse("a new one"));
    }

    @Override
    public void toSharing(ListEntry entry) {
        wanted.add("share " + entry.name());
    }

    @Override
    public void open(String address) {
        wanted.add("open " + address);
    }

    @Override
    public List<Path> filesToRead(String title) {
        wanted.add("files to read");
        return chosen.stream().toList();
    }

    @Override
    public Optional<Path> fileToWrite(String title, String name) {
        wanted.add("a file to write, " + name);
        return chosen;
    }
}
