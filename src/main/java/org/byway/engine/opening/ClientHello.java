package org.byway.engine.opening;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * A TLS client's opening as it lies in a stream (RFC 8446, sections 4.1.2 and 5.1); it may span records. Reads by index and
 * leaves the buffer as it is.
 */
final class ClientHello {
    private static final int HANDSHAKE_RECORD = 22;
    private static final int MAJOR_VERSION = 3;
    private static final int RECORD_HEADER = 5;
    /** RFC 8446, section 5.1: "The length MUST NOT exceed 2^14 bytes." */
    private static final int LONGEST_RECORD = 1 << 14;
    private static final int CLIENT_HELLO = 1;
    private static final int MESSAGE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 2 + 32;
    private static final int EARLY_DATA = 42;

    private ClientHello() {}

    static boolean mayBegin(ByteBuf stream) {
        return stream.getUnsignedByte(stream.readerIndex()) == HANDSHAKE_RECORD;
    }

    /** Yes for exactly one, without early data and without a byte after it. */
    static Repeatable judge(ByteBuf stream) {
        ByteBuf message = Unpooled.buffer(stream.readableBytes());
        int at = stream.readerIndex();
        while (at < stream.writerIndex()) {
            if (stream.getUnsignedByte(at) != HANDSHAKE_RECORD
                    || (stream.writerIndex() > at + 1 && stream.getUnsignedByte(at + 1) != MAJOR_VERSION)) {
                return Repeatable.NO;
            }
            int here = stream.writerIndex() - at - RECORD_HEADER;
            if (here < 0) {
                return Repeatable.NOT_YET;
            }
            int length = stream.getUnsignedShort(at + RECORD_HEADER - 2);
            if (length == 0 || length > LONGEST_RECORD) {
                return Repeatable.NO;
            }
            message.writeBytes(stream, at + RECORD_HEADER, Math.min(length, here));
            at += RECORD_HEADER + length;
        }
        return at > stream.writerIndex() ? unfinished(message) : judgeMessage(message);
    }

    /** The last record is not wholly there. */
    private static Repeatable unfinished(ByteBuf message) {
        return judgeMessage(message) == Repeatable.NOT_YET ? Repeatable.NOT_YET : Repeatable.NO;
    }

    private static Repeatable judgeMessage(ByteBuf message) {
        if (message.isReadable() && message.getByte(0) != CLIENT_HELLO) {
            return Repeatable.NO;
        }
        if (message.readableBytes() < MESSAGE_HEADER) {
            return Repeatable.NOT_YET;
        }
        int length = message.getUnsignedMedium(1);
        int here = message.readableBytes() - MESSAGE_HEADER;
        if (length > FirstFlight.MOST || here > length) {
            return Repeatable.NO;
        }
        if (here < length) {
            return Repeatable.NOT_YET;
        }
        return hasEarlyData(message.skipBytes(MESSAGE_HEADER)) ? Repeatable.NO : Repeatable.YES;
    }

    /** What cannot be read counts as having it. */
    private static boolean hasEarlyData(ByteBuf hello) {
        try {
            hello.skipBytes(VERSION_AND_RANDOM);
            hello.skipBytes(hello.readUnsignedByte()); // legacy_session_id
            hello.skipBytes(hello.readUnsignedShort()); // cipher_suites
            hello.skipBytes(hello.readUnsignedByte()); // legacy_compression_methods
            if (!hello.isReadable()) {
                return false; // RFC 5246, section 7.4.1.2: without extensions
            }
            ByteBuf extensions = hello.readSlice(hello.readUnsignedShort());
            while (extensions.isReadable()) {
                if (extensions.readUnsignedShort() == EARLY_DATA) {
                    return true;
                }
                extensions.skipBytes(extensions.readUnsignedShort());
            }
            return hello.isReadable();
        } catch (IndexOutOfBoundsException broken) {
            return true;
        }
    }
}
