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
    private static final int CHECKED_AT_ONCE = 16 * 1024;
    private static final byte[] BYTES = bytes();

    private Pattern() {}

    /** Writes one block; gives its length. */
    public static long write(OutputStream out) throws IOException {
        out.write(BYTES);
        return BLOCK;
    }

    /** Writes so many bytes from the start of the stream. */
    public static void write(OutputStream out, long bytes) throws IOException {
        for (long left = bytes; left > 0; left -= BLOCK) {
            out.write(BYTES, 0, (int) Math.min(left, BLOCK));
        }
    }

    /** Reads exactly so many bytes from the start of the stream and checks each. */
    public static void check(InputStream in, long bytes) throws IOException {
        byte[] buffer = new byte[CHECKED_AT_ONCE];
        for (long done = 0; done < bytes;) {
            int at = (int) (done % BLOCK);
            int read = in.read(buffer, 0, (int) Math.min(bytes - done, Math.min(buffer.length, BLOCK - at)));
            if (read < 0) {
                throw new EOFException("cut after " + done + " of " + bytes + " bytes");
            }
            if (!Arrays.equals(buffer, 0, read, BYTES, at, at + read)) {
                throw new WrongBytesException("wrong bytes after " + done);
            }
            done += read;
        }
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
