/**
 * The practice network: upstreams and a small web page on this computer, to try Byway without the internet.
 *
 * <p>The main type is {@link org.byway.practice.PracticeNetwork}. Its upstreams are real servers on the loopback: SOCKS5 with
 * Netty's own codec rather than ours, so that our client meets a stranger, and WireGuard with the other side of our own
 * tunnel, which is why this room may import {@code protocol} and {@code netstack}: {@link org.byway.practice.TunnelServer},
 * which tests put to other uses. They reach nothing but the practice page, and nothing here opens a connection.
 */
@NullMarked
package org.byway.practice;

import org.jspecify.annotations.NullMarked;
