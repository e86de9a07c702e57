package org.byway.cli;

import org.byway.engine.EngineEvent;

/** Writes events to standard output, one line each. */
@FunctionalInterface
interface EventPrinter {
    void print(EngineEvent event);
}
