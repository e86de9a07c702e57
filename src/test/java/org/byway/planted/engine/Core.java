package org.byway.planted.engine;

/** Breaks nothing; others reach for it. */
public final class Core {
    private Core() {}

    public static int answer() {
        return 42;
    }
}
