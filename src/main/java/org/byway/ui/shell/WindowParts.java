package org.byway.ui.shell;

import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.Desktop;
import org.byway.ui.bridge.Feed;

/**
 * What the window is joined to: where its presses go, and what it watches.
 *
 * @param desktop where addresses are opened and files are chosen
 */
public record WindowParts(Commands commands, Feed<EngineSnapshot> snapshots, Feed<EndpointList> lists,
        Settings settings, Desktop desktop) {}
