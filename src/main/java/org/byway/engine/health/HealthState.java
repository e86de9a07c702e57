package org.byway.engine.health;

/** What is known about an upstream. */
public enum HealthState {
    /** never used, or so long ago that it says nothing */
    UNKNOWN,
    /** the last dial through it worked */
    ALIVE,
    /** failed once, or in a way that may not be its fault */
    SUSPECT,
    /** failed again and again: rests, and is tried only when nothing better is left */
    DOWN
}
