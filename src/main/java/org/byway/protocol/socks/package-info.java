/**
 * SOCKS5 (RFC 1928, RFC 1929) towards an upstream.
 *
 * <p>{@link org.byway.protocol.socks.Socks5Upstream} makes the upstream; the handshake reads and writes the bytes and
 * leaves the pipeline when the server has said yes. No other protocol is known here.
 */
@NullMarked
package org.byway.protocol.socks;

import org.jspecify.annotations.NullMarked;
