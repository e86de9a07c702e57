package org.byway.planted.model;

import org.byway.planted.engine.Core;

/** A noun that knows the engine. */
public record ReachesUp(int value) {
    public static ReachesUp now() {
        return new ReachesUp(Core.answer());
    }
}
