package org.byway.engine;

import org.byway.model.HostPort;

/** Where to listen for local programs. */
public sealed interface ListenAt {
    HostPort address();

    /** There or not at all. */
    record Exactly(HostPort address) implements ListenAt {}

    /** There or, where that is taken, at a free port of the same host. */
    record Preferably(HostPort address) implements ListenAt {}
}
