/**
 * WireGuard, and AmneziaWG as a variation of its shape, in user space: an upstream whose streams and datagrams go through one
 * UDP socket.
 *
 * <p>{@link org.byway.protocol.wireguard.WireGuardUpstream} is what the rest of the program sees. Below it a {@code Tunnel}
 * is the device of a user-space stack; it gives packets to a {@code Peer} by the addresses that the peer may have, and each
 * peer keeps its {@code Session}s with the timers of the paper. {@code Disguise} is what Amnezia changes: only the outside of
 * messages. Everything of one tunnel is on one event loop; time comes from that loop's ticker.
 *
 * <p>Sections are those of "WireGuard: Next Generation Kernel Network Tunnel".
 */
@NullMarked
package org.byway.protocol.wireguard;

import org.jspecify.annotations.NullMarked;
