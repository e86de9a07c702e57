package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/** The Internet checksum (RFC 1071): the ones-complement sum of 16-bit words, an odd byte padded with zero. */
final class Checksum {
    private static final long WORD = 0xffff_ffffL;

    private Checksum() {}

    /** The sum so far and that of more bytes, not folded; 32 bits are added at a time (RFC 1071, section 2(C)). */
    static long add(long sum, ByteBuf bytes, int index, int length) {
        ByteBuffer view = bytes.nioBufferCount() == 1
                ? bytes.internalNioBuffer(index, length)
                : bytes.nioBuffer(index, length);
        long total = sum;
        int at = view.position();
        int end = at + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = view.getLong(at);
            total += (eight >>> 32) + (eight & WORD);
        }
        for (; at + Short.BYTES <= end; at += Short.BYTES) {
            total += view.getShort(at) & 0xffff;
        }
        return at < end ? total + ((view.get(at) & 0xff) << 8) : total;
    }

    /** The sum of what a pseudo header holds (RFC 9293, section 3.1; RFC 8200, section 8.1). */
    static long pseudoHeader(IpRoute route, int protocol, int length) {
        return route.words() + protocol + length;
    }

    /** The checksum field of bytes with such a sum. */
    static int finish(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) (~folded & 0xffff);
    }

    /** Whether bytes whose sum includes the checksum field are whole. */
    static boolean isRight(long sum) {
        return finish(sum) == 0;
    }
}
