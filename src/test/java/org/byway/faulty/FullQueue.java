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

    private final List<Socket> waiting = new ArrayList<>();

    /** Waits until a connection goes unanswered. */
    FullQueue(InetSocketAddress listener) throws IOException {
        try {
            while (waiting.size() < MOST) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.bind(new InetSocketAddress(FROM, 0));
                socket.connect(listener, PATIENCE_MILLIS);
            }
        } catch (SocketTimeoutException full) {
            return;
        }
        throw new IOException("an endless accept queue");
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
