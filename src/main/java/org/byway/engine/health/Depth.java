package org.byway.engine.health;

/** How far into a connection something was seen to work, or was doubted; what shows more shows the less too. */
public enum Depth {
    /** the server was reached and said that it reached the destination */
    OPENING,
    /** a first byte came back */
    ANSWERING,
    /** more bytes came through than filters let pass before they stop a stream */
    CARRYING;

    boolean includes(Depth other) {
        return compareTo(other) >= 0;
    }
}
