package org.byway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.byway.engine.Engine;
import org.byway.model.ListEntry;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;

/** What the commands need and only the wiring can build. */
public interface Program {
    Engine engine();

    /** Opens the profile in that folder, or the person's own. */
    OpenProfile profile(Optional<Path> folder) throws StoreException;

    /** Starts the practice network and gives its entries. */
    List<ListEntry> practice();
}
