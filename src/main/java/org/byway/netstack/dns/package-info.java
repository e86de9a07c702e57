/**
 * Names to addresses by the tunnel's own resolvers and through the tunnel (RFC 1035), never by the system's: over UDP, over
 * TCP where an answer does not fit, kept for as long as it says.
 *
 * <p>{@link org.byway.netstack.dns.TunnelResolver} is what others use. It lives on the stack's loop.
 */
@NullMarked
package org.byway.netstack.dns;

import org.jspecify.annotations.NullMarked;
