package org.byway.faulty;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.byway.model.HostPort;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.protocol.shadowsocks.OpenedStream;
import org.byway.protocol.shadowsocks.SealedStream;

/** A client of a faulty upstream, with little patience. */
final class Client implements AutoCloseable {
    private static final int CONNECT_MILLIS = 300;
    private static final int SILENCE_MILLIS = 250;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int PORT = 443;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    private Client(HostPort server, boolean isSealed) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(server.host()), server.port()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        InputStream rawIn = socket.getInputStream();
        OutputStream rawOut = socket.getOutputStream();
        ShadowsocksMethod method = ShadowsocksMethod.AES_256_GCM;
        in = isSealed ? new OpenedStream(rawIn, method, ShadowsocksSpeech.PASSWORD) : rawIn;
        out = isSealed ? new SealedStream(rawOut, method, ShadowsocksSpeech.PASSWORD) : rawOut;
    }

    static Client connected(FaultyUpstream upstream) throws IOException {
        return new Client(upstream.address(), false);
    }

    /** Through SOCKS5 without a login, up to the reply that says yes. */
    static Client through(FaultyUpstream upstream, String host) throws IOException {
        Client client = connected(upstream);
        client.offer().readExactly(2);
        byte code = client.request(host).readExactly(10)[1];
        if (code != 0) {
            client.close();
            throw new IOException("reply " + code);
        }
        return client;
    }

    /** Through Shadowsocks, which has no reply. */
    static Client sealed(FaultyUpstream upstream, String host) throws IOException {
        Client client = new Client(upstream.address(), true);
        client.send(address(host));
        return client;
    }

    Client offer() throws IOException {
        return send(new byte[]{5, 1, 0});
    }

    Client offerLogin() throws IOException {
        return send(new byte[]{5, 1, 2});
    }

    Client logIn(String user, String password) throws IOException {
        return send((char) 1 + text(user) + text(password));
    }

    Client request(String host) throws IOException {
        out.write(new byte[]{5, 1, 0});
        return send(address(host));
    }

    Client send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Client send(byte... bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    byte[] readExactly(int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("ended after " + read.length);
        }
        return read;
    }

    String readText(int bytes) throws IOException {
        return new String(readExactly(bytes), StandardCharsets.ISO_8859_1);
    }

    int readByte() throws IOException {
        return in.read();
    }

    /** Whether nothing comes, neither a byte nor an end. */
    boolean isMetWithSilence() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** How many bytes come before the silence, the end or the cut. */
    int countBytes() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        int count = 0;
        byte[] buffer = new byte[4096];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (IOException silenceOrCut) {
            // what matters is what came before
        }
        return count;
    }

    private static byte[] address(String host) {
        return ((char) 3 + text(host) + (char) (PORT >> 8) + (char) (PORT & 0xff))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(String of) {
        return (char) of.length() + of;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
