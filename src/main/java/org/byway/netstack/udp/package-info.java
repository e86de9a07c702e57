/**
 * UDP (RFC 768): {@link org.byway.netstack.udp.UdpPorts} gives arrived datagrams to whoever has their port, a
 * {@link org.byway.netstack.udp.UdpSocket} is such a port, and {@link org.byway.netstack.udp.UdpChannel} one of them as a
 * channel of packets, which names its peers as it was told them.
 *
 * <p>Nothing is fragmented: a datagram that does not fit the device is not sent, and its writer is told.
 */
@NullMarked
package org.byway.netstack.udp;

import org.jspecify.annotations.NullMarked;
