package org.byway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.model.HostPort;

/** A path for datagrams between one client and one server of the loopback, which lets through what a rule lets through. */
public final class DatagramPath implements AutoCloseable {
    private static final int LONGEST = 65_535;

    private final DatagramSocket near;
    private final DatagramSocket far;
    private final InetSocketAddress server;
    private final AtomicInteger seen = new AtomicInteger();
    private volatile Optional<InetSocketAddress> client = Optional.empty();
    private volatile Rule rule = Rule.ALL;

    /** What of a datagram decides. */
    @FunctionalInterface
    public interface Rule {
        Rule ALL = (isFromClient, length, type) -> true;
        Rule NONE = (isFromClient, length, type) -> false;

        boolean passes(boolean isFromClient, int length, int type);
    }

    public DatagramPath(HostPort server) {
        this.server = new InetSocketAddress(InetAddress.ofLiteral(server.host()), server.port());
        try {
            near = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            far = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            near.setReceiveBufferSize(1 << 20);
            far.setReceiveBufferSize(1 << 20);
        } catch (SocketException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(() -> carry(near, true));
        Thread.ofVirtual().start(() -> carry(far, false));
    }

    /** Where the client is to send. */
    public HostPort address() {
        return new HostPort(near.getLocalAddress().getHostAddress(), near.getLocalPort());
    }

    public DatagramPath become(Rule next) {
        rule = next;
        return this;
    }

    /** How many datagrams have come from either side. */
    public int seen() {
        return seen.get();
    }

    private void carry(DatagramSocket from, boolean isFromClient) {
        byte[] bytes = new byte[LONGEST];
        while (!from.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                from.receive(packet);
                seen.incrementAndGet();
                if (isFromClient) {
                    client = Optional.of((InetSocketAddress) packet.getSocketAddress());
                }
                if (rule.passes(isFromClient, packet.getLength(), bytes[0])) {
                    pass(packet, isFromClient);
                }
            } catch (IOException closedOrLost) {
                // a datagram that nobody takes says nothing of the next
            }
        }
    }

    private void pass(DatagramPacket packet, boolean isFromClient) throws IOException {
        Optional<InetSocketAddress> to = isFromClient ? Optional.of(server) : client;
        if (to.isPresent()) {
            packet.setSocketAddress(to.get());
            (isFromClient ? far : near).send(packet);
        }
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
