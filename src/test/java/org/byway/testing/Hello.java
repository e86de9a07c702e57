package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A TLS ClientHello (RFC 8446, section 4.1.2) as a test wants it. */
public final class Hello {
    private static final int HANDSHAKE = 22;
    private static final int EARLY_DATA = 42;

    private Hello() {}

    /** A usual one in one record. */
    public static ByteBuf usual() {
        return inRecords(message(false), 1 << 14);
    }

    public static ByteBuf withEarlyData() {
        return inRecords(message(true), 1 << 14);
    }

    /** The usual one in records of at most so many bytes. */
    public static ByteBuf inRecordsOf(int bytes) {
        return inRecords(message(false), bytes);
    }

    private static ByteBuf message(boolean hasEarlyData) {
        ByteBuf body = Unpooled.buffer().writeShort(0x0303).writeZero(32).writeByte(32).writeZero(32).writeShort(2)
                .writeShort(0x1301).writeByte(1).writeByte(0);
        ByteBuf extensions = Unpooled.buffer().writeShort(43).writeShort(3).writeByte(2).writeShort(0x0304);
        if (hasEarlyData) {
            extensions.writeShort(EARLY_DATA).writeShort(0);
        }
        extensions.writeShort(21).writeShort(200).writeZero(200);
        body.writeShort(extensions.readableBytes()).writeBytes(extensions);
        return Unpooled.buffer().writeByte(1).writeMedium(body.readableBytes()).writeBytes(body);
    }

    private static ByteBuf inRecords(ByteBuf message, int longest) {
        ByteBuf stream = Unpooled.buffer();
        while (message.isReadable()) {
            int length = Math.min(longest, message.readableBytes());
            stream.writeByte(HANDSHAKE).writeShort(0x0301).writeShort(length).writeBytes(message, length);
        }
        return stream;
    }
}
