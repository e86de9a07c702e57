package org.byway.faulty;

import java.io.IOException;
import java.time.Duration;

/** What a {@link FaultyServer} speaks; one for any number of servers. */
public interface ServerKind {
    /** Whether a server of this kind can show the temper at all. */
    boolean knows(Temper temper);

    /**
     * Starts a healthy one.
     *
     * @param address   of the loopback, any of 127.0.0.0/8
     * @param roundTrip that it seems to be away
     */
    FaultyServer open(String address, Sites sites, Duration roundTrip) throws IOException;
}
