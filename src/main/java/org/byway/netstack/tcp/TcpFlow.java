package org.byway.netstack.tcp;

import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpSegment;
import org.byway.netstack.wire.TcpSegment.Ports;

/** What tells one connection from another, seen from our end. */
record TcpFlow(IpRoute route, Ports ports) {
    /** The flow that an arrived segment belongs to. */
    static TcpFlow of(IpPacket packet, TcpSegment segment) {
        return new TcpFlow(packet.route().reversed(), segment.ports().reversed());
    }
}
