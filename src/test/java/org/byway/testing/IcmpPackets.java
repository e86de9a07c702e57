package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Messages of a router about an IPv4 packet, written by the letter of RFC 792. */
public final class IcmpPackets {
    private static final int QUOTED = 28;

    private IcmpPackets() {}

    /** Type 3 with a code: it goes nowhere. */
    public static ByteBuf unreachable(byte[] about, int code) {
        return message(about, code, 0);
    }

    /** Type 3, code 4: it is longer than a link, of so many bytes. */
    public static ByteBuf tooBig(byte[] about, int mtu) {
        return message(about, 4, mtu);
    }

    private static ByteBuf message(byte[] about, int code, int rest) {
        ByteBuf packet = Unpooled.buffer(20 + 8 + QUOTED);
        packet.writeShort(0x4500).writeShort(20 + 8 + QUOTED).writeInt(0).writeShort(0x4001).writeShort(0)
                .writeInt(0xc0000201).writeBytes(about, 12, 4);
        packet.setShort(10, checksum(packet, 0, 20));
        packet.writeShort(3 << 8 | code).writeShort(0).writeInt(rest).writeBytes(about, 0, QUOTED);
        packet.setShort(22, checksum(packet, 20, 8 + QUOTED));
        return packet;
    }

    private static int checksum(ByteBuf bytes, int index, int length) {
        int sum = 0;
        for (int i = index; i < index + length; i += 2) {
            sum += bytes.getUnsignedShort(i);
        }
        return ~((sum & 0xffff) + (sum >>> 16)) & 0xffff;
    }
}
