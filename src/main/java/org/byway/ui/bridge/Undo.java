package org.byway.ui.bridge;

/** Takes one command back; a second call does nothing. */
@FunctionalInterface
public interface Undo {
    void undo();
}
