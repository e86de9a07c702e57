package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A TCP segment (RFC 9293, section 3.1):
 *
 * <pre>
 *  0 source port        2 destination port
 *  4 sequence number
 *  8 acknowledgment number
 * 12 data offset, flags 14 window
 * 16 checksum           18 urgent pointer
 * 20 options, data
 * </pre>
 *
 * @param window  as in the header, not scaled
 * @param payload without a reference of its own; of a segment to be sent, any readable bytes
 */
public record TcpSegment(Ports ports, int sequence, int acknowledgment, int flags, int window, TcpOptions options,
        ByteBuf payload) {
    public static final int HEADER_BYTES = 20;

    private static final int CHECKSUM_AT = 16;

    /** From which port to which. */
    public record Ports(int source, int destination) {
        public Ports reversed() {
            return new Ports(destination, source);
        }
    }

    /** Reads what a packet carries, or {@code null} where it is no whole segment. */
    public static @Nullable TcpSegment read(IpPacket packet) {
        ByteBuf bytes = packet.payload();
        int length = bytes.readableBytes();
        int start = bytes.readerIndex();
        if (length < HEADER_BYTES) {
            return null;
        }
        int header = (bytes.getUnsignedByte(start + 12) >>> 4) * Integer.BYTES;
        long pseudo = Checksum.pseudoHeader(packet.route(), IpProtocol.TCP, length);
        if (header < HEADER_BYTES || header > length || !Checksum.isRight(Checksum.add(pseudo, bytes, start, length))) {
            return null;
        }
        Ports ports = new Ports(bytes.getUnsignedShort(start), bytes.getUnsignedShort(start + 2));
        TcpOptions options = header == HEADER_BYTES
                ? TcpOptions.NONE
                : TcpOptions.read(bytes, start + HEADER_BYTES, header - HEADER_BYTES);
        return new TcpSegment(ports, bytes.getInt(start + 4), bytes.getInt(start + 8),
                bytes.getUnsignedByte(start + 13) & 0x3f, bytes.getUnsignedShort(start + 14), options,
                bytes.slice(start + header, length - header));
    }

    /** Data that lies elsewhere until the packet is made. */
    public interface Content {
        int length();

        void copyTo(ByteBuf packet);
    }

    /** A whole packet, which the caller owns; the payload is copied, its indices stay. */
    public ByteBuf toPacket(IpRoute route, ByteBufAllocator allocator) {
        return toPacket(route, allocator, new Content() {
            @Override
            public int length() {
                return payload.readableBytes();
            }

            @Override
            public void copyTo(ByteBuf packet) {
                packet.writeBytes(payload, payload.readerIndex(), payload.readableBytes());
            }
        });
    }

    /** A whole packet, which the caller owns, with other data than the payload. */
    public ByteBuf toPacket(IpRoute route, ByteBufAllocator allocator, Content content) {
        int header = HEADER_BYTES + options.bytes();
        int length = header + content.length();
        ByteBuf packet = allocator.directBuffer(route.headerBytes() + length);
        IpPacket.writeHeader(packet, route, IpProtocol.TCP, length);
        int start = packet.writerIndex();
        packet.writeShort(ports.source()).writeShort(ports.destination()).writeInt(sequence).writeInt(acknowledgment)
                .writeByte((header / Integer.BYTES) << 4).writeByte(flags).writeShort(window).writeInt(0);
        options.write(packet);
        content.copyTo(packet);
        long pseudo = Checksum.pseudoHeader(route, IpProtocol.TCP, length);
        packet.setShort(start + CHECKSUM_AT, Checksum.finish(Checksum.add(pseudo, packet, start, length)));
        return packet;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** What it takes of the sequence space: its data, and one each for SYN and FIN. */
    public int sequenceLength() {
        return payload.readableBytes() + (has(TcpFlags.SYN) ? 1 : 0) + (has(TcpFlags.FIN) ? 1 : 0);
    }
}
