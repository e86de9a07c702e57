/**
 * Shadowsocks with AEAD methods (SIP004) towards an upstream.
 *
 * <p>{@link org.byway.protocol.shadowsocks.ShadowsocksUpstream} makes the upstream. There is no handshake and no reply: a
 * dial is ready when the server's socket is open; an encoder and a decoder stay in the pipeline, and the request's address
 * leaves with the first bytes of the program. No other protocol is known here.
 */
@NullMarked
package org.byway.protocol.shadowsocks;

import org.jspecify.annotations.NullMarked;
