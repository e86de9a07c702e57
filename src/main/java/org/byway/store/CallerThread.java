package org.byway.store;

/** Keeps file work off the threads that must never wait. */
final class CallerThread {
    private CallerThread() {}

    /** @throws IllegalStateException on a network loop, the engine's thread or the window's thread */
    static void requireMayBlock() {
        String name = Thread.currentThread().getName();
        boolean mustNotWait = name.startsWith("byway-io") || name.startsWith("byway-engine")
                || name.startsWith("JavaFX Application Thread");
        if (mustNotWait) {
            throw new IllegalStateException("file work on " + name);
        }
    }
}
