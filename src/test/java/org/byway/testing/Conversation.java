package org.byway.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.byway.model.HostPort;

/** One side of a plain socket, blocking, with a limit to its patience; what scripts of servers and clients are made of. */
public final class Conversation implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Ending ending;

    /** How one direction is ended. */
    @FunctionalInterface
    public interface Ending {
        void end() throws IOException;
    }

    public Conversation(Socket socket) throws IOException {
        this(socket, socket.getInputStream(), socket.getOutputStream(), socket::shutdownOutput);
    }

    /** A stream inside a socket's; a reset is still the socket's. */
    public Conversation(Socket socket, InputStream in, OutputStream out, Ending ending) throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.ending = ending;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A client's side. */
    public static Conversation with(HostPort server) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral(server.host()), server.port());
        socket.setTcpNoDelay(true);
        return new Conversation(socket);
    }

    /** The same connection with another stream inside, as a server's side of what protects it makes one. */
    public Conversation inside(Wrapping wrapping) throws IOException {
        return wrapping.wrap(socket);
    }

    /** Makes the inner streams of a connection. */
    @FunctionalInterface
    public interface Wrapping {
        Conversation wrap(Socket socket) throws IOException;
    }

    /** Exactly so many bytes. */
    public byte[] read(int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("ended after " + read.length + " of " + bytes);
        }
        return read;
    }

    /** One byte, or -1 at the end of the stream. */
    public int readByte() throws IOException {
        return in.read();
    }

    /** Up to and with the empty line. */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) (read(1)[0] & 0xff));
        }
        return head.toString();
    }

    public byte[] readToEnd() throws IOException {
        return in.readAllBytes();
    }

    /** Sends back what comes, until its end. */
    public void echoToEnd() throws IOException {
        in.transferTo(out);
    }

    public Conversation send(byte... bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    public Conversation send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Byte by byte, each in a packet of its own. */
    public Conversation drip(byte... bytes) throws IOException {
        for (byte each : bytes) {
            out.write(each);
        }
        return this;
    }

    /** Says that nothing more will be sent; reading goes on. */
    public Conversation finish() throws IOException {
        ending.end();
        return this;
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Whether the other side cut the stream rather than ended it; waits for either. */
    public boolean endsWithReset() throws IOException {
        try {
            readToEnd();
            return false;
        } catch (SocketException cut) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
