package org.byway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.byway.model.HostPort;

/** A program's side of UDP ASSOCIATE (RFC 1928, section 7), written from the specification and apart from Byway's. */
public final class SocksDatagrams implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int IPV4_HEADER = 10;

    private final Conversation control;
    private final DatagramSocket socket;
    private final HostPort relay;

    private SocksDatagrams(Conversation control, DatagramSocket socket, HostPort relay) {
        this.control = control;
        this.socket = socket;
        this.relay = relay;
    }

    /** Asks the server for an association without a login; fails with the code of a refusal. */
    public static SocksDatagrams through(HostPort server) throws IOException {
        Conversation control = Conversation.with(server);
        control.send((byte) 5, (byte) 1, (byte) 0).read(2);
        control.send((byte) 5, (byte) 3, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0,
                (byte) 0);
        byte[] reply = control.read(IPV4_HEADER);
        if (reply[1] != 0) {
            control.close();
            throw new IOException("refused with code " + reply[1]);
        }
        InetAddress address = InetAddress.getByAddress(Arrays.copyOfRange(reply, 4, 8));
        HostPort relay = new HostPort(address.getHostAddress(), (reply[8] & 0xff) << 8 | (reply[9] & 0xff));
        DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new SocksDatagrams(control, socket, relay);
    }

    public HostPort relay() {
        return relay;
    }

    /** Sends to a destination given by address or by name. */
    public SocksDatagrams send(HostPort to, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[3]);
        if (to.isAddress()) {
            bytes.write(1);
            bytes.write(InetAddress.ofLiteral(to.host()).getAddress());
        } else {
            bytes.write(3);
            bytes.write(to.host().length());
            bytes.write(to.host().getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(to.port() >> 8);
        bytes.write(to.port());
        bytes.write(payload);
        socket.send(new DatagramPacket(bytes.toByteArray(), bytes.size(), InetAddress.ofLiteral(relay.host()),
                relay.port()));
        return this;
    }

    /** The payload of the next answer, of which the origin must be an IPv4 address. */
    public byte[] receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        return Arrays.copyOfRange(packet.getData(), IPV4_HEADER, packet.getLength());
    }

    /** Waits for the server to end the association. */
    public void awaitEnd() throws IOException {
        control.readToEnd();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        control.close();
    }
}
