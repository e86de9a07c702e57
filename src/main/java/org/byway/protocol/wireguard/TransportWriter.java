package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.byway.crypto.PacketCipher;

/**
 * Seals packets as transport messages (section 5.4.6), through two arrays that stay in the processor's cache:
 *
 * <pre>
 * +------+----------+---------+-------------------------------------+-----+
 * | type | receiver | counter | sealed: the packet, zeros behind it | tag |
 * +------+----------+---------+-------------------------------------+-----+
 * </pre>
 *
 * On the tunnel's loop.
 */
final class TransportWriter {
    private final Disguise disguise;
    private final int mtu;
    private final byte[] plain;
    private final byte[] sealed;

    TransportWriter(Disguise disguise, int mtu) {
        this.disguise = disguise;
        this.mtu = mtu;
        this.plain = new byte[mtu];
        this.sealed = new byte[mtu + PacketCipher.TAG_BYTES];
    }

    /** Takes the packet over, which is no longer than the MTU; gives the datagram. */
    ByteBuf write(Session session, ByteBuf packet) {
        int length = packet.readableBytes();
        packet.readBytes(plain, 0, length);
        packet.release();
        // an empty message stays empty, or it would be no keepalive
        int padding = length == 0 ? 0 : disguise.contentPadding(length, mtu - length);
        Arrays.fill(plain, length, length + padding, (byte) 0);
        return message(session, length + padding);
    }

    ByteBuf writeEmpty(Session session) {
        return write(session, Unpooled.EMPTY_BUFFER);
    }

    private ByteBuf message(Session session, int length) {
        long counter = session.nextCounter();
        int sealedLength = session.seal(counter, plain, length, sealed);
        ByteBuf datagram = ByteBufAllocator.DEFAULT.directBuffer(disguise.padding(MessageKind.TRANSPORT)
                + MessageKind.TRANSPORT_HEADER_BYTES + sealedLength);
        disguise.beginTransport(datagram);
        datagram.writeIntLE(disguise.header(MessageKind.TRANSPORT)).writeIntLE(session.theirIndex())
                .writeLongLE(counter).writeBytes(sealed, 0, sealedLength);
        disguise.cover(MessageKind.TRANSPORT, datagram);
        return datagram;
    }
}
