/**
 * The bytes of IPv4, IPv6, TCP, UDP and ICMP, as values: parsed once at the edge into records that cannot be wrong, and
 * written from them.
 *
 * <p>Reading never throws: what is no packet is {@code null}. Nothing here knows of connections, time or devices. Payloads
 * are slices of the packet's buffer and count no reference of their own; whoever keeps one retains it.
 */
@NullMarked
package org.byway.netstack.wire;

import org.jspecify.annotations.NullMarked;
