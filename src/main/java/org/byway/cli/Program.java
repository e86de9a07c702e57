package org.byway.cli;

import java.util.List;
import org.byway.engine.Engine;
import org.byway.model.ListEntry;

/** What the commands need and only the wiring can build; each part is made when it is first asked for. */
public interface Program {
    Engine engine();

    /** Starts the practice network and gives its entries. */
    List<ListEntry> practice();
}
