/**
 * The practice network: upstreams and a small web page on this computer, to try Byway without the internet.
 *
 * <p>The main type is {@link org.byway.practice.PracticeNetwork}. Its upstreams are real SOCKS5 servers on the loopback,
 * written with Netty's own codec rather than ours, so that our client meets a stranger. They reach nothing but the
 * practice page, and nothing here opens a connection.
 */
@NullMarked
package org.byway.practice;

import org.jspecify.annotations.NullMarked;
