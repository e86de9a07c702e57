package org.byway.practice;

import org.byway.model.endpoint.Endpoint;

/** One server of the practice network: can fail, and come back at the same address. */
interface PracticeServer {
    String name();

    /** How it is reached, once it was opened. */
    Endpoint endpoint();

    /** Opens at any free port, which it keeps from then on; waits, so not for an event loop. */
    void openFirst();

    /** Opens again where it was. */
    void open();

    /** Answers nobody from now on, and cuts what is open. */
    void fail();
}
