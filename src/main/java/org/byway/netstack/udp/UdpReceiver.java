package org.byway.netstack.udp;

import io.netty.buffer.ByteBuf;
import org.byway.netstack.wire.IpAddress;

/** Who is given what arrives at a port; on the stack's loop. */
public interface UdpReceiver {
    /** A datagram; its payload stays the caller's. */
    void datagram(IpAddress from, int port, ByteBuf payload);

    /** A router or the host itself says that nobody takes what was sent there. */
    void unreachable(IpAddress peer, int port);

    /** The stack is closed. */
    void closed();
}
