package org.byway.faulty;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;

/**
 * What one connection's temper does to the bytes that pass: whether they may, how many at once, and when the connection is
 * cut. For the threads of one session, and for whoever changes the temper.
 */
final class Passage {
    private static final int ALL = Integer.MAX_VALUE;
    private static final int SLICES_PER_SECOND = 10;

    private final Socket client;
    private Temper temper;
    private boolean isFrozen;
    private long passed;

    Passage(Socket client, Temper temper) {
        this.client = client;
        this.temper = temper;
    }

    synchronized Temper temper() {
        return temper;
    }

    /** A new temper for a connection that was begun under another. */
    synchronized void strike(Temper struck) {
        temper = struck;
        isFrozen = switch (struck) {
            case Temper.SilentAfter silent -> true;
            case Temper.SynDropped dropped -> true;
            default -> false;
        };
        notifyAll();
        if (struck instanceof Temper.Refused || isToBeCut()) {
            reset();
        } else if (struck instanceof Temper.Closes) {
            close();
        }
    }

    synchronized void awaitThaw() throws IOException {
        try {
            while (isStill() && !client.isClosed()) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (client.isClosed()) {
            throw new SocketException("closed while it was frozen");
        }
    }

    /** How many of these bytes may go to the client now; waits while none may. */
    synchronized int allowance(int wanted) throws IOException {
        awaitThaw();
        int most = switch (temper) {
            case Temper.FreezesAfter freezes -> (int) Math.min(ALL, freezes.bytes() - passed);
            case Temper.ResetAfter resets -> (int) Math.min(ALL, resets.bytes() - passed);
            case Temper.Throttled throttled -> Math.max(1, throttled.bytesPerSecond() / SLICES_PER_SECOND);
            default -> ALL;
        };
        return Math.min(wanted, most);
    }

    /** These bytes have left. */
    void count(int bytes) {
        boolean isThrottled;
        synchronized (this) {
            passed += bytes;
            isThrottled = temper instanceof Temper.Throttled;
            if (isToBeCut()) {
                reset();
            }
        }
        if (isThrottled) {
            pause(1000 / SLICES_PER_SECOND);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis); // a real socket's peer has to wait in real time
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStill() {
        return isFrozen || (temper instanceof Temper.FreezesAfter freezes && passed >= freezes.bytes());
    }

    private boolean isToBeCut() {
        return temper instanceof Temper.ResetAfter resets && passed >= resets.bytes();
    }

    synchronized void reset() {
        try {
            client.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // the client was first
        }
        close();
    }

    synchronized void close() {
        try {
            client.close();
        } catch (IOException gone) {
            // what cannot be closed is closed
        }
        notifyAll();
    }
}
