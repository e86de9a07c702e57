package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Packets that a hostile host or router may send, whose headers and checksums are right whatever else they say. */
public final class ForgedPackets {
    private static final int FRAGMENT = 44;
    private static final int MORE = 0x2000;

    private ForgedPackets() {}

    /** From where a packet of ours goes, back to us. */
    public static IpRoute back(byte[] ours) {
        ByteBuf bytes = Unpooled.wrappedBuffer(ours);
        boolean isV6 = (ours[0] & 0xf0) == 0x60;
        return new IpRoute(IpAddress.read(bytes, isV6 ? 24 : 16, isV6), IpAddress.read(bytes, isV6 ? 8 : 12, isV6));
    }

    /** A segment with any options at all, as far as whole words go. */
    public static ByteBuf segment(IpRoute route, TcpSegment like, byte[] options, int dataBytes) {
        int header = TcpSegment.HEADER_BYTES + options.length;
        ByteBuf body = Unpooled.buffer();
        body.writeShort(like.ports().source()).writeShort(like.ports().destination()).writeInt(like.sequence())
                .writeInt(like.acknowledgment()).writeByte((header / Integer.BYTES) << 4).writeByte(like.flags())
                .writeShort(like.window()).writeInt(0).writeBytes(options).writeZero(dataBytes);
        long pseudo = Checksum.pseudoHeader(route, IpProtocol.TCP, body.readableBytes());
        body.setShort(16, Checksum.finish(Checksum.add(pseudo, body, 0, body.readableBytes())));
        return packet(route, IpProtocol.TCP, body);
    }

    /**
     * A message about a packet.
     *
     * @param rest the four bytes behind the checksum
     */
    public static ByteBuf icmp(IpRoute route, byte[] quote, int typeAndCode, int rest) {
        int protocol = route.isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        ByteBuf body = Unpooled.buffer().writeShort(typeAndCode).writeShort(0).writeInt(rest).writeBytes(quote);
        long pseudo = route.isV6() ? Checksum.pseudoHeader(route, protocol, body.readableBytes()) : 0;
        body.setShort(2, Checksum.finish(Checksum.add(pseudo, body, 0, body.readableBytes())));
        return packet(route, protocol, body);
    }

    /** A part of a datagram; its offset counts in eight bytes. */
    public static ByteBuf fragment(IpRoute route, IpFragment part, int protocol, ByteBuf data) {
        if (route.isV6()) {
            ByteBuf body = Unpooled.buffer().writeByte(protocol).writeByte(0)
                    .writeShort((part.offset() << 3) | (part.isLast() ? 0 : 1)).writeInt(part.id()).writeBytes(data);
            return packet(route, FRAGMENT, body);
        }
        ByteBuf packet = packet(route, protocol, data);
        packet.setShort(4, part.id()).setShort(6, (part.offset() & 0x1fff) | (part.isLast() ? 0 : MORE)).setShort(10,
                0);
        return packet.setShort(10, Checksum.finish(Checksum.add(0, packet, 0, IpPacket.V4_HEADER_BYTES)));
    }

    private static ByteBuf packet(IpRoute route, int protocol, ByteBuf body) {
        ByteBuf packet = Unpooled.buffer();
        IpPacket.writeHeader(packet, route, protocol, body.readableBytes());
        return packet.writeBytes(body);
    }
}
