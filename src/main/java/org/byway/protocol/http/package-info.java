/**
 * HTTP CONNECT (RFC 9110, section 9.3.6) towards an upstream, with Basic login (RFC 7617).
 *
 * <p>{@link org.byway.protocol.http.HttpProxyUpstream} makes the upstream; the handshake reads and writes the bytes and
 * leaves the pipeline when the server has said yes. No other protocol is known here.
 */
@NullMarked
package org.byway.protocol.http;

import org.jspecify.annotations.NullMarked;
