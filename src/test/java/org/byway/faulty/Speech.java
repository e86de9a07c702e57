package org.byway.faulty;

import java.io.IOException;

/** The protocol of an upstream, as its server speaks it; one for any number of sessions. */
public interface Speech {
    /** Whether a server of this protocol can show the temper at all. */
    boolean knows(Temper temper);

    /** A line of a list that leads to a server there, with its login. */
    String link(String server);

    /** Serves one client to the end, on a thread of its own. */
    void serve(Session session) throws IOException;
}
