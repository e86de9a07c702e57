package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.byway.crypto.PacketCipher;
import org.jspecify.annotations.Nullable;

/** Opens transport messages (section 5.4.6), one after the other, through two arrays of its own. On the tunnel's loop. */
final class TransportReader {
    private static final int COUNTER_AT = 8;
    private static final int IPV4 = 4;
    private static final int IPV6 = 6;
    private static final int IPV4_LEAST = 20;
    private static final int IPV4_LENGTH_AT = 2;
    private static final int IPV6_HEADER = 40;
    private static final int IPV6_LENGTH_AT = 4;
    /** A peer may have set a greater MTU than we. */
    private static final int LEAST_ROOM = 2048;
    private static final int BEHIND_PACKET = 512;

    private final byte[] sealed;
    private final byte[] plain;
    private int length;

    TransportReader(int mtu) {
        int room = Math.max(LEAST_ROOM, mtu + BEHIND_PACKET);
        sealed = new byte[room];
        plain = new byte[room];
    }

    /** The longest datagram that has to be taken in whole. */
    static int longest(int mtu, Disguise disguise) {
        return Math.max(LEAST_ROOM, mtu + BEHIND_PACKET) + disguise.padding(MessageKind.TRANSPORT);
    }

    /** Opens a message, whose buffer stays the caller's; false where it is a forgery, or came before. */
    boolean open(Session session, ByteBuf message) {
        int sealedLength = message.readableBytes() - MessageKind.TRANSPORT_HEADER_BYTES;
        if (sealedLength < PacketCipher.TAG_BYTES || sealedLength > sealed.length) {
            return false;
        }
        long counter = message.getLongLE(message.readerIndex() + COUNTER_AT);
        message.getBytes(message.readerIndex() + MessageKind.TRANSPORT_HEADER_BYTES, sealed, 0, sealedLength);
        length = session.open(counter, sealed, sealedLength, plain);
        return length >= 0;
    }

    /** Whether nothing was in the last message. */
    boolean isEmpty() {
        return length == 0;
    }

    /** The IP packet of the last message, without what was put behind it; null where there is none. */
    @Nullable
    ByteBuf packet(ByteBufAllocator buffers) {
        int whole = packetLength();
        return whole == 0 || whole > length ? null : buffers.directBuffer(whole).writeBytes(plain, 0, whole);
    }

    private int packetLength() {
        return switch (length == 0 ? 0 : (plain[0] & 0xff) >> 4) {
            case IPV4 -> length < IPV4_LEAST ? 0 : number(IPV4_LENGTH_AT);
            case IPV6 -> length < IPV6_HEADER ? 0 : IPV6_HEADER + number(IPV6_LENGTH_AT);
            default -> 0;
        };
    }

    private int number(int at) {
        return (plain[at] & 0xff) << Byte.SIZE | (plain[at + 1] & 0xff);
    }
}
