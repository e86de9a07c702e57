package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.byway.netstack.wire.IcmpMessage.EchoRequest;
import org.byway.netstack.wire.IcmpMessage.PacketTooBig;
import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.IcmpMessage.Unreachable;
import org.jspecify.annotations.Nullable;

/** Both ICMPs (RFC 792; RFC 4443): type, code, checksum, four bytes that depend on the type, the quoted packet. */
final class Icmp {
    static final int V4_ECHO_REPLY = 0;
    static final int V6_ECHO_REPLY = 129;
    static final int V4_UNREACHABLE = 3;
    static final int V4_FRAGMENTATION_NEEDED = 4;
    static final int V6_UNREACHABLE = 1;
    static final int V6_PACKET_TOO_BIG = 2;

    private static final int V4_ECHO_REQUEST = 8;
    private static final int V6_ECHO_REQUEST = 128;

    private static final int V4_PORT = 3;
    private static final int V6_PORT = 4;
    /** Ports and sequence number: what RFC 792 promises of the quoted payload. */
    private static final int QUOTED_BYTES = 8;

    private Icmp() {}

    static @Nullable IcmpMessage read(IpPacket packet) {
        ByteBuf bytes = packet.payload();
        if (bytes.readableBytes() < IcmpMessage.HEADER_BYTES || !isWhole(packet)) {
            return null;
        }
        return packet.route().isV6() ? readV6(bytes) : readV4(bytes);
    }

    private static boolean isWhole(IpPacket packet) {
        ByteBuf bytes = packet.payload();
        int length = bytes.readableBytes();
        long pseudo = packet.route().isV6() ? Checksum.pseudoHeader(packet.route(), IpProtocol.ICMPV6, length) : 0;
        return Checksum.isRight(Checksum.add(pseudo, bytes, bytes.readerIndex(), length));
    }

    private static @Nullable IcmpMessage readV4(ByteBuf bytes) {
        int start = bytes.readerIndex();
        int type = bytes.getUnsignedByte(start);
        int code = bytes.getUnsignedByte(start + 1);
        if (type == V4_ECHO_REQUEST) {
            return new EchoRequest(bytes.slice(start + 4, bytes.readableBytes() - 4));
        }
        Quote quote = type == V4_UNREACHABLE ? quoteV4(bytes) : null;
        if (quote == null) {
            return null;
        }
        return code == V4_FRAGMENTATION_NEEDED
                ? new PacketTooBig(bytes.getUnsignedShort(start + 6), quote)
                : new Unreachable(code == V4_PORT, quote);
    }

    private static @Nullable IcmpMessage readV6(ByteBuf bytes) {
        int start = bytes.readerIndex();
        int type = bytes.getUnsignedByte(start);
        if (type == V6_ECHO_REQUEST) {
            return new EchoRequest(bytes.slice(start + 4, bytes.readableBytes() - 4));
        }
        Quote quote = type == V6_UNREACHABLE || type == V6_PACKET_TOO_BIG ? quoteV6(bytes) : null;
        if (quote == null) {
            return null;
        }
        return type == V6_PACKET_TOO_BIG
                ? new PacketTooBig((int) Math.min(bytes.getUnsignedInt(start + 4), Integer.MAX_VALUE), quote)
                : new Unreachable(bytes.getUnsignedByte(start + 1) == V6_PORT, quote);
    }

    private static @Nullable Quote quoteV4(ByteBuf bytes) {
        int start = bytes.readerIndex() + IcmpMessage.HEADER_BYTES;
        int left = bytes.writerIndex() - start;
        if (left < IpPacket.V4_HEADER_BYTES || bytes.getUnsignedByte(start) >>> 4 != 4) {
            return null;
        }
        int header = (bytes.getByte(start) & 0xf) * Integer.BYTES;
        if (header < IpPacket.V4_HEADER_BYTES || left < header + QUOTED_BYTES) {
            return null;
        }
        IpRoute route = new IpRoute(IpAddress.readV4(bytes, start + 12), IpAddress.readV4(bytes, start + 16));
        return quote(route, bytes.getUnsignedByte(start + 9), bytes, start + header);
    }

    private static @Nullable Quote quoteV6(ByteBuf bytes) {
        int start = bytes.readerIndex() + IcmpMessage.HEADER_BYTES;
        int left = bytes.writerIndex() - start;
        if (left < IpPacket.V6_HEADER_BYTES + QUOTED_BYTES || bytes.getUnsignedByte(start) >>> 4 != 6) {
            return null;
        }
        IpRoute route = new IpRoute(IpAddress.readV6(bytes, start + 8), IpAddress.readV6(bytes, start + 24));
        return quote(route, bytes.getUnsignedByte(start + 6), bytes, start + IpPacket.V6_HEADER_BYTES);
    }

    private static Quote quote(IpRoute route, int protocol, ByteBuf bytes, int at) {
        return new Quote(route, protocol,
                new TcpSegment.Ports(bytes.getUnsignedShort(at), bytes.getUnsignedShort(at + 2)), bytes.getInt(at + 4));
    }

    /** A whole packet, which the caller owns; the body is what follows the checksum, and stays the caller's. */
    static ByteBuf packet(IpRoute route, ByteBufAllocator allocator, int type, int code, ByteBuf body) {
        int length = Integer.BYTES + body.readableBytes();
        int protocol = route.isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        ByteBuf packet = allocator.directBuffer(route.headerBytes() + length);
        IpPacket.writeHeader(packet, route, protocol, length);
        int start = packet.writerIndex();
        packet.writeByte(type).writeByte(code).writeShort(0)
                .writeBytes(body, body.readerIndex(), body.readableBytes());
        long pseudo = route.isV6() ? Checksum.pseudoHeader(route, protocol, length) : 0;
        return packet.setShort(start + 2, Checksum.finish(Checksum.add(pseudo, packet, start, length)));
    }

    /** What an error's body is: four bytes that depend on the type, and the beginning of the packet that it is about. */
    static ByteBuf body(int rest, IcmpMessage.Quote quote) {
        ByteBuf body = Unpooled.buffer(Integer.BYTES + quote.route().headerBytes() + QUOTED_BYTES).writeInt(rest);
        IpPacket.writeHeader(body, quote.route(), quote.protocol(), QUOTED_BYTES);
        return body.writeShort(quote.ports().source()).writeShort(quote.ports().destination())
                .writeInt(quote.sequence());
    }
}
