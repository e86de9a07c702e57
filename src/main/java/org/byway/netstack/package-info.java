/**
 * IP, UDP and TCP in user space over a packet device; gives dialers.
 *
 * <p>Below it lies a {@link org.byway.netstack.PacketDevice}: WireGuard and OpenVPN are devices; loss, tracing and
 * loopback are wrappers. One stack lives on one event loop. Nothing here opens a socket.
 *
 * <p>{@link org.byway.netstack.TunnelStack} joins the parts: {@code wire} is the bytes, {@code tcp} and {@code udp} the
 * protocols, {@code dns} the names. A packet comes in through {@link org.byway.netstack.PacketInput} and is only looked at;
 * what follows from all that came together is done, and sent, once, in the turn after it.
 */
@NullMarked
package org.byway.netstack;

import org.jspecify.annotations.NullMarked;
