package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * An IP packet that has arrived: route, what it carries, and which part of it where it is a fragment.
 *
 * @param payload a slice without a reference of its own, cut to what the header says: tunnels pad
 */
public record IpPacket(IpRoute route, int protocol, ByteBuf payload, @Nullable IpFragment fragment) {
    /** RFC 791, section 3.1: without options. */
    public static final int V4_HEADER_BYTES = 20;
    /** RFC 8200, section 3. */
    public static final int V6_HEADER_BYTES = 40;

    /** Reads a packet of either version, or {@code null} where the bytes are none. */
    public static @Nullable IpPacket read(ByteBuf bytes) {
        if (!bytes.isReadable()) {
            return null;
        }
        return switch (bytes.getUnsignedByte(bytes.readerIndex()) >>> 4) {
            case 4 -> Ipv4.read(bytes);
            case 6 -> Ipv6.read(bytes);
            default -> null;
        };
    }

    /** Begins a packet that carries so many bytes, with room for them. */
    public static void writeHeader(ByteBuf to, IpRoute route, int protocol, int payloadBytes) {
        if (route.isV6()) {
            Ipv6.writeHeader(to, route, protocol, payloadBytes);
        } else {
            Ipv4.writeHeader(to, route, protocol, payloadBytes);
        }
    }
}
