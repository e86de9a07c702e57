package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv4 or IPv6 address as two numbers: comparable and hashable without an array, for the key of every packet.
 *
 * @param high the first eight bytes; zero for IPv4
 * @param low  the last eight bytes, or the four of IPv4
 */
public record IpAddress(long high, long low, boolean isV6) {
    public static final int V4_BYTES = 4;
    public static final int V6_BYTES = 16;

    public static IpAddress of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new IpAddress(bytes.getLong(), bytes.getLong(), true)
                : new IpAddress(0, Integer.toUnsignedLong(bytes.getInt()), false);
    }

    static IpAddress readV4(ByteBuf from, int index) {
        return new IpAddress(0, from.getUnsignedInt(index), false);
    }

    static IpAddress readV6(ByteBuf from, int index) {
        return new IpAddress(from.getLong(index), from.getLong(index + Long.BYTES), true);
    }

    /** The address of so many bytes, as a DNS record carries it. */
    public static IpAddress read(ByteBuf from, int index, boolean isV6) {
        return isV6 ? readV6(from, index) : readV4(from, index);
    }

    void write(ByteBuf to) {
        if (isV6) {
            to.writeLong(high).writeLong(low);
        } else {
            to.writeInt((int) low);
        }
    }

    /** A host can have it: it is neither unspecified, nor loopback, nor multicast, nor broadcast (RFC 1122, section 3.2.1.3). */
    public boolean isOfAHost() {
        if (isV6) {
            boolean isUnspecifiedOrLoopback = high == 0 && (low == 0 || low == 1);
            return !isUnspecifiedOrLoopback && (high >>> 56) != 0xff;
        }
        int first = (int) (low >>> 24);
        return first != 0 && first != 127 && first < 224;
    }

    /** What it adds to a pseudo header's checksum: its words, not folded. */
    long words() {
        return (high >>> 32) + (high & 0xffff_ffffL) + (low >>> 32) + (low & 0xffff_ffffL);
    }

    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(isV6
                    ? ByteBuffer.allocate(V6_BYTES).putLong(high).putLong(low).array()
                    : ByteBuffer.allocate(V4_BYTES).putInt((int) low).array());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of the right length", impossible);
        }
    }

    @Override
    public String toString() {
        return toInetAddress().getHostAddress();
    }
}
