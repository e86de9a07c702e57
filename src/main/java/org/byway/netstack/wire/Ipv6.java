package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * IPv6's header (RFC 8200, section 3), and those that may stand between it and what it carries:
 *
 * <pre>
 *  0 version, traffic class, flow label
 *  4 payload length                     6 next header   7 hop limit
 *  8 source address                    24 destination address
 * </pre>
 */
final class Ipv6 {
    private static final int VERSION = 0x6000_0000;
    private static final int HOP_LIMIT = 64;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int OFFSET_UNIT = 8;
    /** More than a packet ever has; each takes time. */
    private static final int MOST_EXTENSIONS = 8;

    private Ipv6() {}

    static @Nullable IpPacket read(ByteBuf bytes) {
        int start = bytes.readerIndex();
        if (bytes.readableBytes() < IpPacket.V6_HEADER_BYTES) {
            return null;
        }
        int length = bytes.getUnsignedShort(start + 4);
        if (length > bytes.readableBytes() - IpPacket.V6_HEADER_BYTES) {
            return null;
        }
        IpRoute route = new IpRoute(IpAddress.readV6(bytes, start + 8), IpAddress.readV6(bytes, start + 24));
        return behindExtensions(route, bytes.getUnsignedByte(start + 6),
                bytes.slice(start + IpPacket.V6_HEADER_BYTES, length));
    }

    /** RFC 8200, section 4: each begins with the next header and, but for the fragment's, its length in 8 bytes beyond the first 8. */
    private static @Nullable IpPacket behindExtensions(IpRoute route, int first, ByteBuf rest) {
        int next = first;
        int at = 0;
        for (int i = 0; i < MOST_EXTENSIONS; i++) {
            if (next != HOP_BY_HOP && next != ROUTING && next != DESTINATION_OPTIONS && next != FRAGMENT) {
                return new IpPacket(route, next, rest.slice(at, rest.readableBytes() - at), null);
            }
            if (rest.readableBytes() - at < OFFSET_UNIT) {
                return null;
            }
            int follows = rest.getUnsignedByte(at);
            if (next == FRAGMENT) {
                return fragment(route, follows, rest.slice(at, rest.readableBytes() - at));
            }
            at += OFFSET_UNIT * (1 + rest.getUnsignedByte(at + 1));
            next = follows;
            if (at > rest.readableBytes()) {
                return null;
            }
        }
        return null;
    }

    /** RFC 8200, section 4.5: next header, reserved, offset and flag, identification. */
    private static IpPacket fragment(IpRoute route, int protocol, ByteBuf extension) {
        int offsetAndFlag = extension.getUnsignedShort(2);
        IpFragment part = new IpFragment(extension.getInt(4), offsetAndFlag & ~(OFFSET_UNIT - 1),
                (offsetAndFlag & 1) == 0);
        ByteBuf payload = extension.slice(OFFSET_UNIT, extension.readableBytes() - OFFSET_UNIT);
        boolean isWhole = part.offset() == 0 && part.isLast(); // RFC 6946: an atomic fragment is a packet
        return new IpPacket(route, protocol, payload, isWhole ? null : part);
    }

    static void writeHeader(ByteBuf to, IpRoute route, int protocol, int payloadBytes) {
        to.writeInt(VERSION).writeShort(payloadBytes).writeByte(protocol).writeByte(HOP_LIMIT);
        route.source().write(to);
        route.destination().write(to);
    }
}
