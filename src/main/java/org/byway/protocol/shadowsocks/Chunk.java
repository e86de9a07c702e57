package org.byway.protocol.shadowsocks;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * The measures of a chunk, and the two arrays of a thread in which chunks are sealed and opened:
 *
 * <pre>
 * +------------------+---------+-----------------+-------------+
 * | sealed length    | its tag | sealed payload  | its tag     |
 * +------------------+---------+-----------------+-------------+
 * |        2         |   16    |    1 ... 3FFF   |     16      |
 * +------------------+---------+-----------------+-------------+
 * </pre>
 */
final class Chunk {
    /** SIP004: "payload length is a 2-byte big-endian unsigned integer capped at 0x3FFF". */
    static final int MAX_PAYLOAD = 0x3fff;
    static final int LENGTH_BYTES = 2;
    static final int SEALED_LENGTH_BYTES = LENGTH_BYTES + Aead.TAG_BYTES;
    static final int OVERHEAD = SEALED_LENGTH_BYTES + Aead.TAG_BYTES;

    private static final FastThreadLocal<Chunk> OF_THREAD = new FastThreadLocal<>() {
        @Override
        protected Chunk initialValue() {
            return new Chunk();
        }
    };

    /** Holds a length and nothing else, or a payload. */
    final byte[] plain = new byte[MAX_PAYLOAD];
    final byte[] sealed = new byte[OVERHEAD + MAX_PAYLOAD];
    final byte[] length = new byte[LENGTH_BYTES];

    private Chunk() {}

    /** To be used up before anything else can run on the thread. */
    static Chunk ofThread() {
        return OF_THREAD.get();
    }
}
