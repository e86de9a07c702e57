package org.byway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.byway.model.HostPort;

/** A connection through a local SOCKS5 proxy to the load server; blocking. */
public final class Stream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int ECHO_BYTES = 64;

    private final Socket socket;

    private Stream(Socket socket) {
        this.socket = socket;
    }

    /** Opens it and says what the server shall do. */
    public static Stream through(Chain chain, char what) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral(chain.front().host()), chain.port());
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(new byte[]{5, 1, 0});
            Pattern.exactly(socket.getInputStream(), 2);
            HostPort to = chain.destination();
            out.write(ByteBuffer.allocate(10).put(new byte[]{5, 1, 0, 1})
                    .put(InetAddress.ofLiteral(to.host()).getAddress()).putShort((short) to.port()).array());
            byte[] reply = Pattern.exactly(socket.getInputStream(), 10);
            if (reply[1] != 0) {
                throw new IOException("refused with code " + reply[1]);
            }
            return over(socket, what);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** A socket on which a stream to the load server is open, by whatever protocol, and what the server shall do. */
    public static Stream over(Socket opened, char what) throws IOException {
        opened.getOutputStream().write(what);
        return new Stream(opened);
    }

    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    public void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** One short question and its answer. */
    public void exchange(int number) throws IOException {
        byte[] asked = new byte[ECHO_BYTES];
        Arrays.fill(asked, (byte) number);
        out().write(asked);
        if (!Arrays.equals(asked, Pattern.exactly(in(), ECHO_BYTES))) {
            throw new WrongBytesException("a wrong echo");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
