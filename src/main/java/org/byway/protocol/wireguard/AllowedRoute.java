package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import org.byway.model.AddressBlock;

/** A block of addresses that belongs to a peer (section 2, "cryptokey routing"). */
record AllowedRoute(AddressBlock block, RemotePeer peer) {
    private static final int IPV4 = 4;
    private static final int IPV4_SOURCE_AT = 12;
    private static final int IPV6_SOURCE_AT = 8;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    /** Where an IP packet goes. */
    static byte[] destination(ByteBuf packet) {
        return address(packet, 1);
    }

    /** Where an IP packet comes from. */
    static byte[] source(ByteBuf packet) {
        return address(packet, 0);
    }

    /** Source and destination follow each other; empty where the packet is too short for them. */
    private static byte[] address(ByteBuf packet, int place) {
        boolean isV4 = packet.isReadable() && packet.getByte(packet.readerIndex()) >> 4 == IPV4;
        byte[] address = new byte[isV4 ? IPV4_BYTES : IPV6_BYTES];
        int at = (isV4 ? IPV4_SOURCE_AT : IPV6_SOURCE_AT) + place * address.length;
        if (packet.readableBytes() < at + address.length) {
            return new byte[0];
        }
        packet.getBytes(packet.readerIndex() + at, address);
        return address;
    }

    boolean contains(byte[] address) {
        return block.contains(address);
    }
}
