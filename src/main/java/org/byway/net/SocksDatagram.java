package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.InvalidValueException;

/**
 * The form of a datagram between a program and a SOCKS5 server (RFC 1928, section 7):
 *
 * <pre>
 * +-----+------+------+----------+----------+----------+
 * | RSV | FRAG | ATYP | DST.ADDR | DST.PORT |   DATA   |
 * +-----+------+------+----------+----------+----------+
 * |  2  |  1   |  1   | Variable |    2     | Variable |
 * +-----+------+------+----------+----------+----------+
 * </pre>
 */
public final class SocksDatagram {
    private static final int RSV_BYTES = 2;
    private static final int LONGEST_HEADER = RSV_BYTES + 1 + 1 + 1 + 255 + 2;

    private SocksDatagram() {}

    /** Copies the packet, which stays the caller's. */
    public static ByteBuf write(Packet packet, ByteBufAllocator allocator) {
        ByteBuf out = allocator.buffer(LONGEST_HEADER + packet.content().readableBytes());
        out.writeZero(RSV_BYTES + 1);
        SocksAddress.write(packet.peer(), out);
        return out.writeBytes(packet.content(), packet.content().readerIndex(), packet.content().readableBytes());
    }

    /**
     * Reads what is whole; the payload shares the buffer's memory. Absent where it is malformed or a fragment: "An
     * implementation that does not support fragmentation MUST drop any datagram whose FRAG field is other than X'00'."
     */
    public static Optional<Packet> read(ByteBuf in) {
        if (in.readableBytes() <= RSV_BYTES || in.skipBytes(RSV_BYTES).readByte() != 0) {
            return Optional.empty();
        }
        return readAddressed(in);
    }

    /** An address and then payload, as the datagrams of SOCKS5 and of Shadowsocks both end. */
    public static Optional<Packet> readAddressed(ByteBuf in) {
        try {
            Optional<Integer> length = SocksAddress.length(in);
            if (length.isEmpty() || length.get() > in.readableBytes()) {
                return Optional.empty();
            }
            Destination peer = SocksAddress.read(in);
            return Optional.of(new Packet(peer, in.readRetainedSlice(in.readableBytes())));
        } catch (SocksAddress.UnknownAddressTypeException | InvalidValueException malformed) {
            return Optional.empty();
        }
    }
}
