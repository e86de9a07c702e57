/**
 * SOCKS5 (RFC 1928, RFC 1929) and SOCKS4 with 4A towards an upstream.
 *
 * <p>{@link org.byway.protocol.socks.Socks5Upstream} and its neighbour make the upstreams; a handshake reads and writes the bytes and
 * leaves the pipeline when the server has said yes. No other protocol is known here.
 */
@NullMarked
package org.byway.protocol.socks;

import org.jspecify.annotations.NullMarked;
