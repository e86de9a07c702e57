/**
 * TCP as the side that connects (RFC 9293), cut along its ideas: {@link org.byway.netstack.tcp.TcpOpening} is the
 * handshake, {@link org.byway.netstack.tcp.TcpConnection} everything after it: it only decides what a segment means. What
 * came is in the receiver, how it ends with {@link org.byway.netstack.tcp.TcpEnding}, what is to be sent in the sender, which
 * reads acknowledgments, keeps what is under way on the scoreboard, and sends it again by RACK (RFC 8985), CUBIC (RFC 9438) and
 * the round-trip time (RFC 6298).
 *
 * <p>Inside, every position in a stream is a {@code long} that never wraps: 0 is the SYN, 1 the first byte. Times are
 * nanoseconds of the loop's ticker. All of it runs on the stack's loop.
 */
@NullMarked
package org.byway.netstack.tcp;

import org.jspecify.annotations.NullMarked;
