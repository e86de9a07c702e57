/**
 * The sockets of the field: dialers, upstreams, failures with stage and blame, the relay, the event loops.
 *
 * <p>The main idea is {@link org.byway.net.StreamDialer}, one method; every protocol is a dialer built from something
 * that reaches its server. {@link org.byway.net.ServerDialer} is the only one here that touches the bare network.
 * No protocol is known here, and nothing here decides which upstream is used.
 */
@NullMarked
package org.byway.net;

import org.jspecify.annotations.NullMarked;
