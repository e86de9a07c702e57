package org.byway.simulation;

import java.time.Duration;
import org.byway.model.ListEntry;

/** One server of the list, as it is without a censor. */
record Server(ListEntry entry, int address, Duration roundTrip, Condition condition) {
    /** What becomes of a dial. */
    enum Condition {
        WORKS,
        /** nobody is there any more */
        GONE,
        /** the computer is there, the proxy is not */
        REFUSES,
        /** takes the connection and serves nobody */
        BROKEN
    }

    Protocol protocol() {
        return Protocol.of(entry.endpoint().protocol());
    }
}
