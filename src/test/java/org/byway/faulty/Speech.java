package org.byway.faulty;

import java.io.IOException;
import java.time.Duration;

/** The protocol of a proxy, as its server speaks it; one for any number of sessions. */
public interface Speech extends ServerKind {
    /** A line of a list that leads to a server there, with its login. */
    String link(String server);

    /** Serves one client to the end, on a thread of its own. */
    void serve(Session session) throws IOException;

    @Override
    default FaultyServer open(String address, Sites sites, Duration roundTrip) throws IOException {
        return new FaultyUpstream(address, this, sites, roundTrip);
    }
}
