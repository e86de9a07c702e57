package org.byway.net;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.byway.model.Destination;

/**
 * The address form of RFC 1928, section 5, which Shadowsocks and Trojan share:
 *
 * <pre>
 * +------+----------+----------+
 * | ATYP |   ADDR   |   PORT   |
 * +------+----------+----------+
 * |  1   | Variable |    2     |
 * +------+----------+----------+
 * </pre>
 */
public final class SocksAddress {
    private static final int IPV4 = 1;
    private static final int DOMAIN = 3;
    private static final int IPV6 = 4;
    private static final int PORT_BYTES = 2;

    private SocksAddress() {}

    public static void write(Destination to, ByteBuf out) {
        if (to.address().isAddress()) {
            writeAddress(InetAddress.ofLiteral(to.host()).getAddress(), out);
        } else {
            byte[] name = to.host().getBytes(StandardCharsets.US_ASCII);
            out.writeByte(DOMAIN).writeByte(name.length).writeBytes(name);
        }
        out.writeShort(to.port());
    }

    /** Says that the address is not known, as RFC 1928, section 4 wants it: zeros. */
    public static void writeNone(ByteBuf out) {
        out.writeByte(IPV4).writeZero(4 + PORT_BYTES);
    }

    /** Writes the address of a socket of this computer. */
    public static void write(InetSocketAddress socket, ByteBuf out) {
        writeAddress(socket.getAddress().getAddress(), out);
        out.writeShort(socket.getPort());
    }

    /**
     * How many bytes the address at the reader's place takes, ATYP and port included; absent while too few bytes are
     * there to tell. Does not move the reader.
     *
     * @throws UnknownAddressTypeException where ATYP is none of the three
     */
    public static Optional<Integer> length(ByteBuf in) {
        if (!in.isReadable()) {
            return Optional.empty();
        }
        int type = in.getUnsignedByte(in.readerIndex());
        return switch (type) {
            case IPV4 -> Optional.of(1 + 4 + PORT_BYTES);
            case IPV6 -> Optional.of(1 + 16 + PORT_BYTES);
            case DOMAIN -> in.readableBytes() < 2
                    ? Optional.empty()
                    : Optional.of(1 + 1 + in.getUnsignedByte(in.readerIndex() + 1) + PORT_BYTES);
            default -> throw new UnknownAddressTypeException();
        };
    }

    /**
     * Reads an address that is wholly there, see {@link #length}. An address given as a name is taken as an address.
     *
     * @throws org.byway.model.InvalidValueException where name or port cannot be one
     */
    public static Destination read(ByteBuf in) {
        int type = in.readUnsignedByte();
        String host = switch (type) {
            case IPV4 -> readAddress(in, 4);
            case IPV6 -> readAddress(in, 16);
            default -> in.readString(in.readUnsignedByte(), StandardCharsets.UTF_8);
        };
        return Destination.of(host, in.readUnsignedShort());
    }

    private static void writeAddress(byte[] address, ByteBuf out) {
        out.writeByte(address.length == 4 ? IPV4 : IPV6).writeBytes(address);
    }

    private static String readAddress(ByteBuf in, int bytes) {
        byte[] address = new byte[bytes];
        in.readBytes(address);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** ATYP is none of IPv4, name, IPv6. */
    public static final class UnknownAddressTypeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
