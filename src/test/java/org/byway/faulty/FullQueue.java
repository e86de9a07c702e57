package org.byway.faulty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections of our own that fill the accept queue of a listener which accepts nothing, so that the system drops the first
 * packets of everybody else. Linux only.
 */
final class FullQueue implements AutoCloseable {
    private static final InetAddress FROM = InetAddress.ofLiteral("127.255.255.254");
    private static final int PATIENCE_MILLIS = 120;
    private static final int MOST = 4096;
    /** One may go unanswered while the listener takes its last one out of the queue. */
    private static final int IN_A_ROW = 2;

    private final List<Socket> waiting = new ArrayList<>();

    /** Waits until connections go unanswered. */
    FullQueue(InetSocketAddress listener) throws IOException {
        for (int unanswered = 0; unanswered < IN_A_ROW;) {
            if (waiting.size() == MOST) {
                throw new IOException("an endless accept queue");
            }
            unanswered = isAnswered(listener) ? 0 : unanswered + 1;
        }
    }

    private boolean isAnswered(InetSocketAddress listener) throws IOException {
        Socket socket = new Socket();
        waiting.add(socket);
        socket.bind(new InetSocketAddress(FROM, 0));
        try {
            socket.connect(listener, PATIENCE_MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    /** Whether an accepted connection is only one of these. */
    static boolean holds(Socket accepted) {
        return accepted.getInetAddress().equals(FROM);
    }

    @Override
    public void close() throws IOException {
        for (Socket each : waiting) {
            each.close();
        }
    }
}
