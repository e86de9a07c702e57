package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;

/**
 * Makes bytes that were changed at random into packets that get further: their lengths and checksums are right, they go to
 * the stack, and their ports and acknowledgments fit what it has sent.
 */
public final class PacketRepair {
    private final List<byte[]> sent;

    public PacketRepair(List<byte[]> sent) {
        this.sent = sent;
    }

    public void repair(byte[] packet) {
        boolean isV6 = packet.length > 0 && (packet[0] & 0xf0) == 0x60;
        int header = isV6 ? IpPacket.V6_HEADER_BYTES : IpPacket.V4_HEADER_BYTES;
        if (packet.length < header + 8) {
            return;
        }
        int protocol = packet[isV6 ? 6 : 9];
        for (byte[] ours : sent) {
            if ((ours[0] & 0xf0) == (packet[0] & 0xf0) && ours[isV6 ? 6 : 9] == protocol) {
                answer(packet, ours, header);
            }
        }
        ByteBuf bytes = Unpooled.wrappedBuffer(packet);
        if (isV6) {
            bytes.setShort(4, packet.length - header);
        } else {
            bytes.setByte(0, 0x45).setShort(2, packet.length).setShort(6, 0).setShort(10, 0);
            bytes.setShort(10, Checksum.finish(Checksum.add(0, bytes, 0, header)));
        }
        checksum(bytes, isV6, protocol, header);
    }

    private static void answer(byte[] packet, byte[] ours, int header) {
        int address = header == IpPacket.V6_HEADER_BYTES ? IpAddress.V6_BYTES : IpAddress.V4_BYTES;
        int addresses = header - 2 * address;
        System.arraycopy(ours, addresses + address, packet, addresses, address);
        System.arraycopy(ours, addresses, packet, addresses + address, address);
        System.arraycopy(ours, header + 2, packet, header, 2);
        System.arraycopy(ours, header, packet, header + 2, 2);
        if (packet.length >= header + TcpSegment.HEADER_BYTES && ours.length >= header + TcpSegment.HEADER_BYTES) {
            ByteBuf number = Unpooled.wrappedBuffer(ours);
            Unpooled.wrappedBuffer(packet).setInt(header + 8, number.getInt(header + 4) + 1);
        }
    }

    private static void checksum(ByteBuf bytes, boolean isV6, int protocol, int header) {
        int length = bytes.readableBytes() - header;
        int at = switch (protocol) {
            case IpProtocol.TCP -> 16;
            case IpProtocol.UDP -> 6;
            case IpProtocol.ICMP, IpProtocol.ICMPV6 -> 2;
            default -> length;
        };
        if (at + 2 > length) {
            return;
        }
        IpRoute route = new IpRoute(IpAddress.read(bytes, isV6 ? 8 : 12, isV6),
                IpAddress.read(bytes, isV6 ? 24 : 16, isV6));
        if (protocol == IpProtocol.UDP) {
            bytes.setShort(header + 4, length);
        }
        bytes.setShort(header + at, 0);
        long sum = protocol == IpProtocol.ICMP ? 0 : Checksum.pseudoHeader(route, protocol, length);
        bytes.setShort(header + at, Checksum.finish(Checksum.add(sum, bytes, header, length)));
    }
}
