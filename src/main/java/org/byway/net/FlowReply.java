package org.byway.net;

/** How a local program is told what became of its request; exactly one of the two is called, on the client's loop. */
public interface FlowReply {
    /** Answers yes and leaves the client's channel bare, reading off, ready for the relay. */
    void succeeded();

    /** Answers with the honest code of the client's protocol, then closes. */
    void failed(DialException why);
}
