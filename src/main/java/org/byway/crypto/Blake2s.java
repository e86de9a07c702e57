package org.byway.crypto;

import java.util.Arrays;

/** BLAKE2s (RFC 7693): a hash of 32 bytes, the same with a key, and HMAC over it (RFC 2104). */
public final class Blake2s {
    public static final int HASH_BYTES = 32;
    /** What HMAC pads its keys to. */
    private static final int BLOCK_BYTES = 64;

    private static final int[] IV = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB,
            0x5BE0CD19};
    private static final int ROUNDS = 10;
    private static final byte[][] SIGMA = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
            {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
            {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
            {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
            {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
            {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
            {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
            {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
            {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
            {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

    private final int[] state = IV.clone();
    private final int[] work = new int[16];
    private final int[] message = new int[16];
    private final byte[] block = new byte[BLOCK_BYTES];
    private final int outputBytes;
    private int filled;
    private long counted;

    private Blake2s(byte[] key, int outputBytes) {
        this.outputBytes = outputBytes;
        // RFC 7693, section 2.5: the parameter block is 0x0101kknn
        state[0] ^= 0x01010000 ^ (key.length << Byte.SIZE) ^ outputBytes;
        if (key.length > 0) {
            System.arraycopy(key, 0, block, 0, key.length);
            filled = BLOCK_BYTES;
        }
    }

    /** The hash of these, one after the other. */
    public static byte[] hash(byte[]... parts) {
        return digest(new byte[0], HASH_BYTES, parts);
    }

    /**
     * The keyed hash of these, one after the other.
     *
     * @param key         at most 32 bytes
     * @param outputBytes how long the hash is, at most 32
     */
    public static byte[] mac(byte[] key, int outputBytes, byte[]... parts) {
        return digest(key, outputBytes, parts);
    }

    /** HMAC with this hash. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        byte[] padded = Arrays.copyOf(key.length > BLOCK_BYTES ? hash(key) : key, BLOCK_BYTES);
        Blake2s inner = new Blake2s(new byte[0], HASH_BYTES);
        inner.update(masked(padded, 0x36));
        for (byte[] part : parts) {
            inner.update(part);
        }
        return hash(masked(padded, 0x5c), inner.finish());
    }

    private static byte[] masked(byte[] key, int mask) {
        byte[] masked = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            masked[i] = (byte) (key[i] ^ mask);
        }
        return masked;
    }

    private static byte[] digest(byte[] key, int outputBytes, byte[]... parts) {
        Blake2s blake = new Blake2s(key, outputBytes);
        for (byte[] part : parts) {
            blake.update(part);
        }
        return blake.finish();
    }

    private void update(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (filled == BLOCK_BYTES) {
                counted += BLOCK_BYTES;
                compress(false);
                filled = 0;
            }
            int taken = Math.min(BLOCK_BYTES - filled, bytes.length - at);
            System.arraycopy(bytes, at, block, filled, taken);
            filled += taken;
            at += taken;
        }
    }

    private byte[] finish() {
        counted += filled;
        Arrays.fill(block, filled, BLOCK_BYTES, (byte) 0);
        compress(true);
        byte[] output = new byte[HASH_BYTES];
        for (int i = 0; i < state.length; i++) {
            LittleEndian.putInt(output, i * Integer.BYTES, state[i]);
        }
        return Arrays.copyOf(output, outputBytes);
    }

    /** RFC 7693, section 3.2. */
    private void compress(boolean isLast) {
        for (int i = 0; i < message.length; i++) {
            message[i] = LittleEndian.getInt(block, i * Integer.BYTES);
        }
        System.arraycopy(state, 0, work, 0, state.length);
        System.arraycopy(IV, 0, work, state.length, IV.length);
        work[12] ^= (int) counted;
        work[13] ^= (int) (counted >>> Integer.SIZE);
        work[14] ^= isLast ? -1 : 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] order = SIGMA[round];
            for (int i = 0; i < 4; i++) {
                mix(i, 4 + i, 8 + i, 12 + i, message[order[2 * i]], message[order[2 * i + 1]]);
            }
            for (int i = 0; i < 4; i++) {
                mix(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, message[order[8 + 2 * i]],
                        message[order[9 + 2 * i]]);
            }
        }
        for (int i = 0; i < state.length; i++) {
            state[i] ^= work[i] ^ work[i + state.length];
        }
    }

    /** RFC 7693, section 3.1: the function G. */
    private void mix(int a, int b, int c, int d, int x, int y) {
        work[a] += work[b] + x;
        work[d] = Integer.rotateRight(work[d] ^ work[a], 16);
        work[c] += work[d];
        work[b] = Integer.rotateRight(work[b] ^ work[c], 12);
        work[a] += work[b] + y;
        work[d] = Integer.rotateRight(work[d] ^ work[a], 8);
        work[c] += work[d];
        work[b] = Integer.rotateRight(work[b] ^ work[c], 7);
    }
}
