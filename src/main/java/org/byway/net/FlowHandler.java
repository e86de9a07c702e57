package org.byway.net;

/** What an inbound calls for each request of a local program, on the client's loop. */
@FunctionalInterface
public interface FlowHandler {
    void open(Flow flow);
}
