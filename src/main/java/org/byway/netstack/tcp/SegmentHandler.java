package org.byway.netstack.tcp;

import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.TcpSegment;

/** What stands behind a flow: an opening or a connection. */
interface SegmentHandler {
    /** The payload stays the caller's. */
    void segment(TcpSegment segment);

    /** A router says that nothing goes there. */
    void unreachable(Quote quote);

    /** A router says that what was sent is too long for a link of so many bytes. */
    void tooBig(Quote quote, int mtu);

    /** The stack is closed. */
    void stackClosed();

    /** When it last heard of the other side, in the ticker's time, or {@link Long#MAX_VALUE} where it must not be given up for another. */
    long expendableSince();
}
