package org.byway.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.byway.bench.LoadServer;
import org.byway.bench.Pattern;
import org.byway.testing.DatagramEcho;

/** A SOCKS5 server that is every destination itself, and that dies, with all that is open, and comes back. */
public final class MortalUpstream implements AutoCloseable {
    private static final int BACKLOG = 4096;
    private static final int UDP_ASSOCIATE = 3;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    public MortalUpstream() throws IOException {
        listener = listen(0);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Resets every connection and refuses new ones. */
    public void die() throws IOException {
        listener.close();
        for (Socket each : open) {
            reset(each);
        }
    }

    private static void reset(Socket client) throws IOException {
        try {
            client.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // its own thread was first
        }
        client.close();
    }

    void comeBack() throws IOException {
        listener = listen(listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        die();
    }

    private ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        Thread.ofVirtual().start(() -> acceptAll(socket));
        return socket;
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
                if (socket.isClosed()) {
                    client.close();
                }
            }
        } catch (IOException dead) {
            // that is how it ends
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            Pattern.exactly(in, 1);
            Pattern.exactly(in, in.read());
            out.write(new byte[]{5, 0});
            byte[] head = Pattern.exactly(in, 4);
            Pattern.exactly(in, switch (head[3]) {
                case 1 -> 4;
                case 4 -> 16;
                default -> in.read();
            } + 2);
            if (head[1] == UDP_ASSOCIATE) {
                associate(in, out);
            } else {
                out.write(reply(0));
                answer(in, out);
            }
        } catch (IOException | UncheckedIOException gone) {
            // clients go when they have what they want
        } finally {
            open.remove(client);
        }
    }

    /** A datagram in the form of RFC 1928, section 7 that is sent back whole is an answer of its destination. */
    private static void associate(InputStream in, OutputStream out) throws IOException {
        try (DatagramEcho echo = new DatagramEcho()) {
            out.write(reply(echo.address().port()));
            in.readAllBytes();
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        int first = in.read();
        if (first == 'G' || first == 'P') {
            HttpSite.serve(first, in, out);
        } else {
            LoadServer.perform(first, in, out);
        }
    }

    private static byte[] reply(int port) {
        return ByteBuffer.allocate(10).put(new byte[]{5, 0, 0, 1, 127, 0, 0, 1}).putShort((short) port).array();
    }
}
