package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * IPv4's header (RFC 791, section 3.1):
 *
 * <pre>
 *  0 version, IHL   1 type of service   2 total length
 *  4 identification                     6 flags, fragment offset
 *  8 time to live   9 protocol         10 header checksum
 * 12 source address                    16 destination address
 * </pre>
 */
final class Ipv4 {
    private static final int VERSION_AND_LENGTH = 0x45;
    private static final int TIME_TO_LIVE = 64;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1fff;
    private static final int OFFSET_UNIT = 8;

    private Ipv4() {}

    static @Nullable IpPacket read(ByteBuf bytes) {
        int start = bytes.readerIndex();
        if (bytes.readableBytes() < IpPacket.V4_HEADER_BYTES) {
            return null;
        }
        int header = (bytes.getByte(start) & 0xf) * Integer.BYTES;
        int total = bytes.getUnsignedShort(start + 2);
        if (header < IpPacket.V4_HEADER_BYTES || total < header || total > bytes.readableBytes()
                || !Checksum.isRight(Checksum.add(0, bytes, start, header))) {
            return null;
        }
        IpRoute route = new IpRoute(IpAddress.readV4(bytes, start + 12), IpAddress.readV4(bytes, start + 16));
        return new IpPacket(route, bytes.getUnsignedByte(start + 9), bytes.slice(start + header, total - header),
                fragment(bytes.getUnsignedShort(start + 4), bytes.getUnsignedShort(start + 6)));
    }

    private static @Nullable IpFragment fragment(int id, int flagsAndOffset) {
        boolean hasMore = (flagsAndOffset & MORE_FRAGMENTS) != 0;
        int offset = (flagsAndOffset & OFFSET) * OFFSET_UNIT;
        return hasMore || offset > 0 ? new IpFragment(id, offset, !hasMore) : null;
    }

    /** "DF" is set, so that no identification is needed (RFC 6864, section 4.1). */
    static void writeHeader(ByteBuf to, IpRoute route, int protocol, int payloadBytes) {
        int start = to.writerIndex();
        to.writeByte(VERSION_AND_LENGTH).writeByte(0).writeShort(IpPacket.V4_HEADER_BYTES + payloadBytes)
                .writeShort(0).writeShort(DONT_FRAGMENT)
                .writeByte(TIME_TO_LIVE).writeByte(protocol).writeShort(0);
        route.source().write(to);
        route.destination().write(to);
        to.setShort(start + 10, Checksum.finish(Checksum.add(0, to, start, IpPacket.V4_HEADER_BYTES)));
    }
}
