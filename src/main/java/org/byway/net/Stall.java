package org.byway.net;

/** How a stream that was open stopped giving. */
public enum Stall {
    /** took what was sent, and gave nothing back */
    OWES,
    /** stopped within the bytes at which filters stop streams */
    FREEZES,
    /** ended in the middle of what it gave */
    BREAKS,
    /** goes on at a pace that nobody can use */
    TRICKLES
}
