package org.byway.faulty;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket of an upstream, which can be closed, opened again at the same address, and left with a full queue. Its
 * changes are for one thread at a time.
 */
final class Listener {
    private static final int BACKLOG = 64;

    private final InetSocketAddress address;
    private final Consumer<Socket> clients;
    private ServerSocket socket;
    private Thread acceptor;
    private boolean isHeld;
    private @Nullable FullQueue queue;

    /** @param clients takes each connection on a thread of its own */
    Listener(InetSocketAddress at, Consumer<Socket> clients) throws IOException {
        this.clients = clients;
        socket = listen(at);
        address = (InetSocketAddress) socket.getLocalSocketAddress();
        acceptor = start(socket);
    }

    InetSocketAddress address() {
        return address;
    }

    void accept() throws IOException {
        release();
        if (socket.isClosed()) {
            socket = listen(address);
            acceptor = start(socket);
        }
    }

    /** When it returns nobody can connect any more. */
    void refuse() throws IOException {
        release();
        socket.close();
        try {
            acceptor.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves whoever connects without an answer. */
    void drop() throws IOException {
        accept();
        hold(true);
        queue = new FullQueue(address);
    }

    private void release() throws IOException {
        hold(false);
        if (queue != null) {
            queue.close();
            queue = null;
        }
    }

    private synchronized void hold(boolean isToBe) {
        isHeld = isToBe;
        notifyAll();
    }

    private synchronized void awaitRelease() {
        try {
            while (isHeld) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocket listen(InetSocketAddress at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(at, BACKLOG);
        return socket;
    }

    private Thread start(ServerSocket on) {
        return Thread.ofVirtual().name("faulty-upstream").start(() -> acceptAll(on));
    }

    private void acceptAll(ServerSocket on) {
        try {
            while (!on.isClosed()) {
                awaitRelease();
                Socket client = on.accept();
                awaitRelease();
                if (FullQueue.holds(client)) {
                    client.close();
                } else {
                    Thread.ofVirtual().name("faulty-session").start(() -> clients.accept(client));
                }
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }
}
