package org.byway.engine;

import org.byway.model.EndpointId;

/** The streams and ways of datagrams that go through upstreams now; any thread. */
interface Standing {
    /** Resets all of one upstream that was judged down, so that programs reconnect at once. */
    void close(EndpointId upstream);
}
