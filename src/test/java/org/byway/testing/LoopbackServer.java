package org.byway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.model.HostPort;

/**
 * A raw TCP server on the loopback that treats each connection as its temper of the moment says; the temper may be
 * switched while traffic flows. A connection is closed when its temper returns.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What the server does with a connection, on a thread of its own. */
    @FunctionalInterface
    public interface Temper {
        void serve(Conversation client) throws IOException;

        /** Reads and says nothing, until the client goes. */
        Temper SILENT = Conversation::readToEnd;
        /** Returns every byte, and the end after the end. */
        Temper ECHO = client -> {
            client.echoToEnd();
            client.finish();
        };
        Temper CLOSES = client -> {};
        Temper RESETS = Conversation::reset;
    }

    private final ServerSocket listener;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Thread acceptor;
    private volatile Temper temper;

    public LoopbackServer(Temper temper) {
        this.temper = temper;
        try {
            listener = new ServerSocket(0, MOST_CONNECTIONS, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        acceptor = Thread.ofVirtual().name("loopback-server").start(this::acceptAll);
    }

    public HostPort address() {
        return new HostPort("127.0.0.1", listener.getLocalPort());
    }

    /** From the next connection on. */
    public void become(Temper other) {
        temper = other;
    }

    public int accepted() {
        return accepted.get();
    }

    /** What went wrong in a temper, other than input and output. */
    public Queue<Throwable> faults() {
        return faults;
    }

    /** Stops listening and resets what is open: from now on connections are refused. */
    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join(PATIENCE);
            for (Socket client : open) {
                client.setSoLinger(true, 0);
                client.close();
            }
        } catch (IOException alreadyGone) {
            // what cannot be closed is closed
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll() {
        while (!listener.isClosed() && accepted.get() < MOST_CONNECTIONS) {
            try {
                Socket client = listener.accept();
                open.add(client);
                accepted.incrementAndGet();
                Temper now = temper;
                Thread.ofVirtual().name("loopback-connection").start(() -> serve(client, now));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client, Temper now) {
        try (client) {
            client.setTcpNoDelay(true);
            now.serve(new Conversation(client));
        } catch (IOException gone) {
            // the other side may go whenever it likes
        } catch (RuntimeException | AssertionError fault) {
            faults.add(fault);
        } finally {
            open.remove(client);
        }
    }
}
