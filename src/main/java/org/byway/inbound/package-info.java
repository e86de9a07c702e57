/**
 * The local listener: what programs of this computer speak (SOCKS5, SOCKS4a, HTTP CONNECT and plain HTTP), on one port, told apart by the first
 * byte.
 *
 * <p>The main type is {@link org.byway.inbound.MixedInbound}. A request becomes a {@link org.byway.net.Flow} for the
 * {@link org.byway.net.FlowHandler} that was handed in; the inbound knows neither engine nor upstream. Names are never
 * resolved here.
 */
@NullMarked
package org.byway.inbound;

import org.jspecify.annotations.NullMarked;
