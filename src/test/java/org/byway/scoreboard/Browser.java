package org.byway.scoreboard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.bench.Pattern;
import org.byway.faulty.Socks5Speech;
import org.byway.model.HostPort;

/** A program that fetches pages over TLS 1.3 through a local SOCKS5 forwarder, each on a connection with a full handshake. */
final class Browser implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SSLContext TLS = context();

    private final HostPort forwarder;
    private final int destination;
    private final UnaryOperator<String> asking;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param forwarder   where it listens
     * @param destination the port of every site
     * @param asking      how the forwarder is told of a site
     */
    Browser(HostPort forwarder, int destination, UnaryOperator<String> asking) {
        this.forwarder = forwarder;
        this.destination = destination;
        this.asking = asking;
    }

    Browser(HostPort forwarder, int destination) {
        this(forwarder, destination, UnaryOperator.identity());
    }

    /** Never throws: what goes wrong is part of what became of it. */
    Fetch fetch(String host, int bytes) {
        long begun = System.nanoTime();
        long answered = 0;
        try (Page page = open(host, PATIENCE)) {
            answered = System.nanoTime();
            page.ask("GET /bytes/" + bytes + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            page.readHead(page.in().read());
            Pattern.check(page.in(), bytes);
            return new Fetch(begun, answered, System.nanoTime(), "");
        } catch (IOException why) {
            long ended = System.nanoTime();
            boolean isLate = ended - begun >= PATIENCE.toNanos();
            return new Fetch(begun, answered, ended, isLate ? "no answer in time" : String.valueOf(why.getMessage()));
        }
    }

    /** A connection to a site, secured; cut when patience ends. */
    Page open(String host, Duration patience) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral(forwarder.host()), forwarder.port());
        Future<?> cut = clock.schedule(() -> close(socket), patience.toNanos(), TimeUnit.NANOSECONDS);
        try {
            socket.setTcpNoDelay(true);
            ask(socket, host);
            return new Page(secure(socket, host), cut);
        } catch (IOException failed) {
            cut.cancel(false);
            close(socket);
            throw failed;
        }
    }

    /** RFC 1928 and RFC 1929; a login is shown to whoever wants one. */
    private void ask(Socket socket, String host) throws IOException {
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        out.write(new byte[]{5, 2, 0, 2});
        byte method = Pattern.exactly(in, 2)[1];
        if (method == 2) {
            byte[] user = Socks5Speech.USER.getBytes(StandardCharsets.US_ASCII);
            byte[] password = Socks5Speech.PASSWORD.getBytes(StandardCharsets.US_ASCII);
            out.write(ByteBuffer.allocate(3 + user.length + password.length).put((byte) 1).put((byte) user.length)
                    .put(user).put((byte) password.length).put(password).array());
            require(Pattern.exactly(in, 2)[1] == 0, "login refused");
        }
        out.write(request(asking.apply(host)));
        byte[] reply = Pattern.exactly(in, 4);
        require(reply[1] == 0, "reply " + reply[1]);
        Pattern.exactly(in, switch (reply[3]) {
            case 1 -> 4;
            case 4 -> 16;
            default -> in.read();
        } + 2);
    }

    private byte[] request(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = ByteBuffer.allocate(7 + name.length).put(new byte[]{5, 1, 0});
        if (Site.isAddress(host)) {
            request.put((byte) 1).put(InetAddress.ofLiteral(host).getAddress());
        } else {
            request.put((byte) 3).put((byte) name.length).put(name);
        }
        request.putShort((short) destination).flip();
        byte[] bytes = new byte[request.remaining()];
        request.get(bytes);
        return bytes;
    }

    private static SSLSocket secure(Socket socket, String host) throws IOException {
        // without a host of its own, so that no session is ever gone on with
        SSLSocket tls = (SSLSocket) TLS.getSocketFactory().createSocket(socket, null, -1, true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setProtocols(new String[]{"TLSv1.3"});
        parameters.setCipherSuites(new String[]{"TLS_AES_128_GCM_SHA256"});
        parameters.setNamedGroups(new String[]{"x25519"});
        if (!Site.isAddress(host)) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private static void require(boolean isSo, String otherwise) throws IOException {
        if (!isSo) {
            throw new IOException(otherwise);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // what cannot be closed is closed
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A secured connection to a site. */
    static final class Page implements AutoCloseable {
        private final SSLSocket socket;
        private final Future<?> cut;
        private final InputStream in;

        private Page(SSLSocket socket, Future<?> cut) throws IOException {
            this.socket = socket;
            this.cut = cut;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        InputStream in() {
            return in;
        }

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        void ask(String head) throws IOException {
            out().write(head.getBytes(StandardCharsets.US_ASCII));
        }

        /** The head of an answer whose first byte was read already. */
        String readHead(int first) throws IOException {
            StringBuilder head = new StringBuilder();
            int next = first;
            while (next >= 0) {
                head.append((char) next);
                next = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
            }
            require(head.indexOf("\r\n\r\n") >= 0, "ended without an answer");
            return head.toString();
        }

        @Override
        public void close() {
            cut.cancel(false);
            Browser.close(socket);
        }
    }

    /** The sites are our own and have a certificate of nobody. */
    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
