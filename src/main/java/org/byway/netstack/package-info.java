/**
 * IP, UDP and TCP in user space over a packet device; gives dialers.
 *
 * <p>Below it lies a {@link org.byway.netstack.PacketDevice}: WireGuard and OpenVPN are devices; loss, tracing and
 * loopback are wrappers. One stack lives on one event loop. Nothing here opens a socket.
 */
@NullMarked
package org.byway.netstack;

import org.jspecify.annotations.NullMarked;
