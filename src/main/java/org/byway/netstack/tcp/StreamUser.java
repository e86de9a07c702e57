package org.byway.netstack.tcp;

import java.io.IOException;

/** Who uses a connection: told on the loop, never from within a call of its own. */
interface StreamUser {
    /** There may be something to read, an end, or room to write. */
    void turned();

    /** It was cut; what came before may still be read. */
    void cut(IOException why);
}
