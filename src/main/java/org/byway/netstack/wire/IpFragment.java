package org.byway.netstack.wire;

/**
 * Which part of a datagram a packet carries.
 *
 * @param id     the same in every part (RFC 791, section 3.1; RFC 8200, section 4.5)
 * @param offset of its first byte, in bytes
 */
public record IpFragment(int id, int offset, boolean isLast) {}
