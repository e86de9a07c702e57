package org.byway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/** A connection through a local SOCKS5 proxy to the load server; blocking. */
final class Stream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int ECHO_BYTES = 64;

    private final Socket socket;

    private Stream(Socket socket) {
        this.socket = socket;
    }

    /** Opens it and says what the server shall do. */
    static Stream through(Chain chain, char what) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), chain.port());
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(new byte[]{5, 1, 0});
            Pattern.exactly(socket.getInputStream(), 2);
            int to = chain.destination();
            out.write(new byte[]{5, 1, 0, 1, 127, 0, 0, 1, (byte) (to >> 8), (byte) to});
            byte[] reply = Pattern.exactly(socket.getInputStream(), 10);
            if (reply[1] != 0) {
                throw new IOException("refused with code " + reply[1]);
            }
            out.write(what);
            return new Stream(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** One short question and its answer. */
    void exchange(int number) throws IOException {
        byte[] asked = new byte[ECHO_BYTES];
        Arrays.fill(asked, (byte) number);
        out().write(asked);
        if (!Arrays.equals(asked, Pattern.exactly(in(), ECHO_BYTES))) {
            throw new IOException("a wrong echo");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
