package org.byway.ui.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;
import org.byway.ui.bridge.Desktop;

/** A desktop whose person has always chosen already; what was asked of it is written down. */
public final class ChosenFiles implements Desktop {
    public final List<String> opened = new CopyOnWriteArrayList<>();
    public volatile List<Path> toRead = List.of();
    public volatile Optional<Path> toWrite = Optional.empty();

    @Override
    public void open(String address) {
        opened.add(address);
    }

    @Override
    public List<Path> filesToRead(Window over, String title) {
        return toRead;
    }

    @Override
    public Optional<Path> fileToWrite(Window over, String title, String name) {
        return toWrite;
    }
}
