package org.byway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.byway.model.HostPort;

/** A server on the loopback that sends every datagram back to where it came from. */
public final class DatagramEcho implements AutoCloseable {
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;

    public DatagramEcho() {
        try {
            socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        Thread.ofVirtual().name("datagram-echo").start(this::echo);
    }

    public HostPort address() {
        return new HostPort("127.0.0.1", socket.getLocalPort());
    }

    @Override
    public void close() {
        socket.close();
    }

    private void echo() {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            while (!socket.isClosed()) {
                socket.receive(packet);
                socket.send(packet);
                packet.setLength(LARGEST);
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }
}
