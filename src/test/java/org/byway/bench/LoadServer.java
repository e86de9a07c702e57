package org.byway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Upstream proxy and destination in one, so that nothing else stands behind the proxy that is measured: answers SOCKS5 and
 * HTTP CONNECT to anywhere itself, then does what the first byte of the stream asks for. In a process of its own.
 */
public final class LoadServer {
    public static final char SEND = 'D';
    public static final char COUNT = 'U';
    /** As COUNT, in the middle of the stream: a peer may not carry an end one way only. */
    public static final char CONFIRM = 'B';
    public static final char ECHO = 'E';
    /** As an echo of one byte, and then one block and the end. */
    static final char PAGE = 'P';
    /** Said for every block that came whole. */
    static final char ARRIVED = '.';

    private static final int BACKLOG = 4096;
    private static final int ECHO_BYTES = 64;

    private LoadServer() {}

    /** Arguments: a port, and an address where it is not the loopback's. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]), BACKLOG,
                InetAddress.ofLiteral(args.length > 1 ? args[1] : "127.0.0.1"))) {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            int first = in.read();
            if (first == 5) {
                answerSocks(in, out);
                first = in.read();
            } else if (first == 'C') {
                answerConnect(in, out);
                first = in.read();
            }
            perform(first, in, out);
        } catch (IOException gone) {
            // clients go when they have what they want
        }
    }

    private static void answerSocks(InputStream in, OutputStream out) throws IOException {
        Pattern.exactly(in, in.read());
        out.write(new byte[]{5, 0});
        byte[] head = Pattern.exactly(in, 4);
        Pattern.exactly(in, switch (head[3]) {
            case 1 -> 4;
            case 4 -> 16;
            default -> in.read();
        } + 2);
        out.write(new byte[]{5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    }

    private static void answerConnect(InputStream in, OutputStream out) throws IOException {
        int seen = 0;
        while (seen != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole head");
            }
            seen = seen << 8 | next;
        }
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Does what the first byte of a stream asked for. */
    public static void perform(int what, InputStream in, OutputStream out) throws IOException {
        switch (what) {
            case SEND -> {
                while (true) {
                    Pattern.write(out);
                }
            }
            case COUNT -> {
                Pattern.Checker checker = new Pattern.Checker();
                while (checker.read(in)) {
                    // goes on to the end
                }
                out.write(ByteBuffer.allocate(Long.BYTES).putLong(checker.count()).array());
            }
            case CONFIRM -> {
                Pattern.Checker checker = new Pattern.Checker();
                for (long blocks = 0; checker.read(in);) {
                    for (; blocks < checker.count() / Pattern.BLOCK; blocks++) {
                        out.write(ARRIVED);
                    }
                }
            }
            case ECHO -> {
                for (byte[] asked = in.readNBytes(ECHO_BYTES); asked.length > 0; asked = in.readNBytes(ECHO_BYTES)) {
                    out.write(asked);
                }
            }
            case PAGE -> {
                out.write(in.read());
                Pattern.exactly(in, 1);
                Pattern.write(out);
            }
            default -> throw new IOException("nothing was asked for");
        }
    }
}
