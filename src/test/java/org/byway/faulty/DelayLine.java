package org.byway.faulty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Brings every byte so much later than it came, without letting fewer through: so many may be under way that only a line of
 * more than a gigabit would notice. One thread puts, one takes.
 */
final class DelayLine {
    private static final int MOST_UNDER_WAY = 8 << 20;
    private static final int READ_BYTES = 32 * 1024;

    private final long delayNanos;
    private final LinkedBlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private volatile boolean isBroken;

    /** Some bytes; none at the end of the stream. */
    private static final class Parcel {
        private final byte[] bytes;
        private final long due;

        private Parcel(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    /** What a stream brings, later. */
    static InputStream after(InputStream raw, Duration delay) {
        DelayLine line = new DelayLine(delay);
        Thread.ofVirtual().name("delayed-input").start(() -> line.fill(raw));
        return line.new Input();
    }

    /** What leaves through a stream later; closing it ends the stream, once everything has left. */
    static OutputStream before(OutputStream raw, Duration delay, Runnable atTheEnd) {
        DelayLine line = new DelayLine(delay);
        Thread.ofVirtual().name("delayed-output").start(() -> line.drain(raw, atTheEnd));
        return line.new Output();
    }

    private DelayLine(Duration delay) {
        this.delayNanos = delay.toNanos();
    }

    private void fill(InputStream raw) {
        byte[] buffer = new byte[READ_BYTES];
        try {
            for (int count = raw.read(buffer); count >= 0; count = raw.read(buffer)) {
                put(Arrays.copyOf(buffer, count));
            }
        } catch (IOException cut) {
            isBroken = true;
        }
        end();
    }

    private void drain(OutputStream raw, Runnable atTheEnd) {
        try {
            for (byte[] bytes = take(); bytes.length > 0; bytes = take()) {
                raw.write(bytes);
            }
        } catch (IOException cut) {
            isBroken = true;
            room.release(MOST_UNDER_WAY);
        }
        atTheEnd.run();
    }

    private void put(byte[] bytes) throws IOException {
        room.acquireUninterruptibly(bytes.length);
        if (isBroken) {
            throw new SocketException("the other end of the line is gone");
        }
        underWay.add(new Parcel(bytes, System.nanoTime() + delayNanos));
    }

    private void end() {
        underWay.add(new Parcel(new byte[0], System.nanoTime() + delayNanos));
    }

    /** The next bytes; none at the end. */
    private byte[] take() throws IOException {
        try {
            Parcel next = underWay.take();
            TimeUnit.NANOSECONDS.sleep(next.due - System.nanoTime());
            room.release(next.bytes.length);
            return next.bytes;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private final class Input extends InputStream {
        private byte[] now = new byte[0];
        private int at;
        private boolean hasEnded;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (at == now.length && !hasEnded) {
                now = take();
                at = 0;
                hasEnded = now.length == 0;
            }
            if (hasEnded && isBroken) {
                throw new SocketException("cut");
            }
            int count = Math.min(length, now.length - at);
            System.arraycopy(now, at, into, from, count);
            at += count;
            return hasEnded ? -1 : count;
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            put(new byte[]{(byte) one});
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, from, from + length));
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
