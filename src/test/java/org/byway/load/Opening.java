package org.byway.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.byway.bench.Chain;
import org.byway.bench.Pattern;

/** The ways in which a program asks the forwarder for a stream to a name. */
public enum Opening {
    SOCKS5 {
        @Override
        void ask(Socket socket, String host, int port) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(new byte[]{5, 1, 0});
            Pattern.exactly(socket.getInputStream(), 2);
            byte[] name = host.getBytes(StandardCharsets.US_ASCII);
            out.write(ByteBuffer.allocate(7 + name.length).put(new byte[]{5, 1, 0, 3, (byte) name.length}).put(name)
                    .putShort((short) port).array());
            require(Pattern.exactly(socket.getInputStream(), 10)[1] == 0);
        }
    },
    SOCKS4A {
        @Override
        void ask(Socket socket, String host, int port) throws IOException {
            byte[] name = host.getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(ByteBuffer.allocate(10 + name.length).put(new byte[]{4, 1})
                    .putShort((short) port).put(new byte[]{0, 0, 0, 1, 0}).put(name).put((byte) 0).array());
            require(Pattern.exactly(socket.getInputStream(), 8)[1] == 90);
        }
    },
    CONNECT {
        @Override
        void ask(Socket socket, String host, int port) throws IOException {
            socket.getOutputStream().write(("CONNECT " + host + ":" + port + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            require(head(socket.getInputStream()).startsWith("HTTP/1.1 200 "));
        }
    };

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PORT = 7_777;

    abstract void ask(Socket socket, String host, int port) throws IOException;

    /** A stream to the name, on which nothing has been sent. */
    public Socket open(Chain chain, String host) throws IOException {
        Socket socket = connect(chain);
        try {
            ask(socket, host, PORT);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** A connection to the forwarder. */
    public static Socket connect(Chain chain) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), chain.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The head of an HTTP message, up to and with its empty line. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) (Pattern.exactly(in, 1)[0] & 0xff));
        }
        return head.toString();
    }

    private static void require(boolean isGranted) throws IOException {
        if (!isGranted) {
            throw new IOException("refused");
        }
    }
}
