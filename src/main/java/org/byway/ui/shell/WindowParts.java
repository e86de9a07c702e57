package org.byway.ui.shell;

import java.util.function.Consumer;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.Feed;

/**
 * What the window is joined to: where its presses go, and what it watches.
 *
 * @param outside opens an address, as of another program, outside of the window
 */
public record WindowParts(Commands commands, Feed<EngineSnapshot> snapshots, Feed<EndpointList> lists,
        Settings settings, Consumer<String> outside) {}
