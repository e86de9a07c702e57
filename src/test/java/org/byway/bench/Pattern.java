package org.byway.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;

/** An endless stream of known bytes, written and checked in large pieces. */
public final class Pattern {
    static final int BLOCK = 256 * 1024;
    private static final byte[] BYTES = bytes();

    private Pattern() {}

    /** Writes one block; gives its length. */
    public static long write(OutputStream out) throws IOException {
        out.write(BYTES);
        return BLOCK;
    }

    /** Reads to the end and checks each byte; gives how many there were. */
    public static final class Checker {
        private final byte[] buffer = new byte[BLOCK];
        private long count;

        /** Reads what is there; false at the end of the stream. */
        public boolean read(InputStream in) throws IOException {
            int at = (int) (count % BLOCK);
            int read = in.read(buffer, 0, BLOCK - at);
            if (read < 0) {
                return false;
            }
            if (!Arrays.equals(buffer, 0, read, BYTES, at, at + read)) {
                throw new WrongBytesException("wrong bytes after " + count);
            }
            count += read;
            return true;
        }

        public long count() {
            return count;
        }
    }

    /** Reads exactly so many bytes. */
    public static byte[] exactly(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("cut after " + read.length + " of " + bytes + " bytes");
        }
        return read;
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[BLOCK];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
