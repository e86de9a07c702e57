package org.byway.netstack.tcp;

/** How much may be under way at once, by what the path was seen to carry; in bytes. */
interface Congestion {
    long window();

    /** So much has arrived while the window was what limited the sender. */
    void acknowledged(long bytes, long now, RoundTrip roundTrip);

    /** Something was lost that the last reduction did not cover already. */
    void lost(long now);

    /** Nothing came back in time, with so much under way. */
    void timedOut(long bytesInFlight);

    /** The timeout came too early: nothing was lost. */
    void undoTimeout();

    /** Nothing was sent for longer than a timeout (RFC 5681, section 4.1). */
    void restarted();

    void segmentsAre(int bytes);
}
