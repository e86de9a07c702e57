package org.byway.scoreboard;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.byway.bench.Programs;
import org.byway.faulty.Sites;
import org.byway.transport.tls.Certificates;

/**
 * The destinations: sites at addresses of the loopback and as many names, all on one port, over TLS 1.3 or plain. Counts who
 * does not come from an upstream. Sites that only names lead to cannot be reached past an upstream, those at addresses can.
 */
final class Site implements Sites, AutoCloseable {
    /** A name that leads nowhere. */
    static final String DEAD = "dead.example";

    private static final String NETWORK = "127.200.0.";
    /** The same sites where an address of the loopback would not do, which nobody has beyond a tunnel. */
    private static final String BEYOND_TUNNELS = "198.19.0.";
    private static final int SITES = 16;
    private static final int BACKLOG = 1024;
    private static final int TLS_HANDSHAKE = 22;

    private final int port = Programs.freePort();
    private final SSLContext tls = Certificates.of("site.example", 1, 30).context();
    private final List<ServerSocket> listeners = new ArrayList<>();
    private final Set<String> upstreams;
    private final AtomicLong strangers = new AtomicLong();

    /** @param upstreams the addresses that connections may come from */
    Site(Set<String> upstreams) throws IOException {
        this.upstreams = upstreams;
        for (int i = 1; i <= SITES; i++) {
            ServerSocket listener = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral(NETWORK + i));
            listeners.add(listener);
            Thread.ofVirtual().start(() -> acceptAll(listener));
        }
    }

    int port() {
        return port;
    }

    /** Every other one by its address. */
    static String host(int number) {
        int site = Math.floorMod(number, SITES) + 1;
        return site % 2 == 0 ? NETWORK + site : "site" + site + ".example";
    }

    static boolean isAddress(String host) {
        return host.startsWith(NETWORK) || host.startsWith(BEYOND_TUNNELS);
    }

    /** What a site is called by those who ask for it through a tunnel. */
    static String beyondTunnels(String host) {
        return host.replace(NETWORK, BEYOND_TUNNELS);
    }

    /** How many connections came past the upstreams. */
    long strangers() {
        return strangers.get();
    }

    @Override
    public InetSocketAddress find(String host, int asked) throws UnknownHostException {
        if (host.equals(DEAD)) {
            throw new UnknownHostException(host);
        }
        String address = isAddress(host)
                ? host.replace(BEYOND_TUNNELS, NETWORK)
                : NETWORK + (Math.floorMod(host.hashCode(), SITES) + 1);
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private void acceptAll(ServerSocket listener) {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                if (!upstreams.contains(client.getInetAddress().getHostAddress())) {
                    strangers.incrementAndGet();
                }
                Thread.ofVirtual().name("site").start(() -> serve(client));
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            int first = client.getInputStream().read();
            ByteArrayInputStream read = new ByteArrayInputStream(new byte[]{(byte) first});
            if (first == TLS_HANDSHAKE) {
                SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, read, true);
                secured.setEnabledProtocols(new String[]{"TLSv1.3"});
                Pages.serve(new BufferedInputStream(secured.getInputStream()), secured.getOutputStream());
            } else if (first >= 0) {
                Pages.serve(new SequenceInputStream(read, client.getInputStream()), client.getOutputStream());
            }
        } catch (IOException gone) {
            // clients go when they have what they want
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket each : listeners) {
            each.close();
        }
    }
}
