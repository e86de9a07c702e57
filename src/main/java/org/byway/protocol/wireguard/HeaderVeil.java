package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import org.byway.crypto.ChaCha20Stream;

/**
 * AmneziaWG 3's protection of headers: a keystream of ChaCha20 from the first twelve bytes of a message's padding is laid over
 * the whole of a handshake message, and over the header of a transport message.
 */
final class HeaderVeil {
    /** As long as the longest message that is covered whole. */
    private static final int STREAM_BYTES = 192;

    private final byte[] key;

    HeaderVeil(byte[] key) {
        this.key = key;
    }

    /** The keystream of a datagram, which begins with its nonce. */
    byte[] stream(ByteBuf datagram) {
        byte[] nonce = new byte[ChaCha20Stream.NONCE_BYTES];
        datagram.getBytes(datagram.readerIndex(), nonce);
        byte[] stream = new byte[STREAM_BYTES];
        ChaCha20Stream.of(key, nonce).apply(stream, 0, stream.length);
        return stream;
    }

    /** Lays a keystream over so many bytes from here on. */
    static void lay(byte[] stream, ByteBuf datagram, int at, int length) {
        for (int i = 0; i < length; i++) {
            datagram.setByte(at + i, datagram.getByte(at + i) ^ stream[i]);
        }
    }
}
