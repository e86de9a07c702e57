package org.byway.ui.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.byway.model.ListEntry;

/** The ways that lead from one screen to another, so that screens need not know each other. */
public interface Ways {
    void toHome();

    void toAdding();

    void toSettings();

    /** Over the screen in sight, until it is closed; nothing where a new entry is to be made. */
    void toEditor(Optional<ListEntry> entry);

    void toSharing(ListEntry entry);

    /** To whatever program of this computer opens such addresses. */
    void open(String address);

    /** Asks which files to read; none where the person chose none. */
    List<Path> filesToRead(String title);

    /** Asks where to write, with a name to begin with; absent where the person gave it up. */
    Optional<Path> fileToWrite(String title, String name);
}
