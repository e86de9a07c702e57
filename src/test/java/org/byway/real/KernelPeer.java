package org.byway.real;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.byway.testing.PatternStream;

/** A program with the kernel's TCP: one port for each thing that the other side of a connection may do. */
final class KernelPeer {
    /** Gives as many bytes of the pattern as the eight bytes before them ask for, then the end. */
    static final int SOURCE = 7_001;
    /** Takes the pattern to its end, and answers how many bytes were right. */
    static final int SINK = 7_002;
    /** Returns what comes, and the end after the end. */
    static final int ECHO = 7_003;
    /** Cuts the connection after the first byte. */
    static final int RESET = 7_004;
    /** As the sink, but begins to read after three seconds. */
    static final int SLOW_SINK = 7_005;
    /** Returns each datagram. */
    static final int DATAGRAMS = 7_006;
    static final int NOBODY = 7_999;

    private static final int CHUNK = 64 * 1_024;

    /** What it does with a connection. */
    @FunctionalInterface
    interface Service {
        void serve(Socket client) throws IOException, InterruptedException;
    }

    private KernelPeer() {}

    public static void main(String[] none) throws Exception {
        listen(SOURCE, KernelPeer::give);
        listen(SINK, KernelPeer::take);
        listen(ECHO, client -> client.getInputStream().transferTo(client.getOutputStream()));
        listen(RESET, client -> {
            int first = client.getInputStream().read();
            client.setSoLinger(first >= 0, 0);
        });
        listen(SLOW_SINK, client -> {
            TimeUnit.SECONDS.sleep(3); // the kernel's window has to close in the kernel's time
            take(client);
        });
        Thread.ofPlatform().start(KernelPeer::returnDatagrams);
        System.out.println("ready");
    }

    private static void listen(int port, Service service) throws IOException {
        ServerSocket listener = new ServerSocket(port, 2_000);
        Thread.ofPlatform().start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    Thread.ofVirtual().start(() -> serve(client, service));
                } catch (IOException failure) {
                    return;
                }
            }
        });
    }

    private static void serve(Socket client, Service service) {
        try (client) {
            client.setTcpNoDelay(true);
            service.serve(client);
        } catch (IOException | InterruptedException gone) {
            // the other side may go as it likes
        }
    }

    private static void give(Socket client) throws IOException {
        long bytes = new DataInputStream(client.getInputStream()).readLong();
        OutputStream out = client.getOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (long sent = 0; sent < bytes; sent += CHUNK) {
            int length = (int) Math.min(CHUNK, bytes - sent);
            for (int i = 0; i < length; i++) {
                chunk[i] = PatternStream.at(sent + i);
            }
            out.write(chunk, 0, length);
        }
    }

    private static void take(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        byte[] chunk = new byte[CHUNK];
        long right = 0;
        long place = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            for (int i = 0; i < read; i++) {
                right += chunk[i] == PatternStream.at(place++) ? 1 : 0;
            }
        }
        new DataOutputStream(client.getOutputStream()).writeLong(right);
    }

    private static void returnDatagrams() {
        try (DatagramSocket socket = new DatagramSocket(DATAGRAMS)) {
            DatagramPacket packet = new DatagramPacket(new byte[CHUNK], CHUNK);
            while (!socket.isClosed()) {
                packet.setLength(CHUNK);
                socket.receive(packet);
                socket.send(packet);
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }
}
