package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A UDP datagram (RFC 768): source port, destination port, length, checksum, data.
 *
 * @param payload without a reference of its own
 */
public record UdpDatagram(int sourcePort, int destinationPort, ByteBuf payload) {
    public static final int HEADER_BYTES = 8;

    private static final int CHECKSUM_AT = 6;
    private static final int ALL_ONES = 0xffff;

    /** Reads what a packet carries, or {@code null} where it is no whole datagram. */
    public static @Nullable UdpDatagram read(IpPacket packet) {
        ByteBuf bytes = packet.payload();
        int start = bytes.readerIndex();
        if (bytes.readableBytes() < HEADER_BYTES) {
            return null;
        }
        int length = bytes.getUnsignedShort(start + 4);
        if (length < HEADER_BYTES || length > bytes.readableBytes() || !isWhole(packet, length)) {
            return null;
        }
        return new UdpDatagram(bytes.getUnsignedShort(start), bytes.getUnsignedShort(start + 2),
                bytes.slice(start + HEADER_BYTES, length - HEADER_BYTES));
    }

    /** Over IPv4 a sender may leave the checksum out; over IPv6 it may not (RFC 8200, section 8.1). */
    private static boolean isWhole(IpPacket packet, int length) {
        ByteBuf bytes = packet.payload();
        if (bytes.getUnsignedShort(bytes.readerIndex() + CHECKSUM_AT) == 0) {
            return !packet.route().isV6();
        }
        long pseudo = Checksum.pseudoHeader(packet.route(), IpProtocol.UDP, length);
        return Checksum.isRight(Checksum.add(pseudo, bytes, bytes.readerIndex(), length));
    }

    /** A whole packet, which the caller owns; the payload is copied, its indices stay. */
    public ByteBuf toPacket(IpRoute route, ByteBufAllocator allocator) {
        int length = HEADER_BYTES + payload.readableBytes();
        ByteBuf packet = allocator.directBuffer(route.headerBytes() + length);
        IpPacket.writeHeader(packet, route, IpProtocol.UDP, length);
        int start = packet.writerIndex();
        packet.writeShort(sourcePort).writeShort(destinationPort).writeShort(length).writeShort(0)
                .writeBytes(payload, payload.readerIndex(), payload.readableBytes());
        long pseudo = Checksum.pseudoHeader(route, IpProtocol.UDP, length);
        int checksum = Checksum.finish(Checksum.add(pseudo, packet, start, length));
        packet.setShort(start + CHECKSUM_AT, checksum == 0 ? ALL_ONES : checksum);
        return packet;
    }
}
