package org.byway.netstack.udp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.byway.netstack.wire.IcmpMessage;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.UdpDatagram;
import org.jspecify.annotations.Nullable;

/** The ports of one stack and who has them; a port takes datagrams of either family from anybody. On the stack's loop. */
public final class UdpPorts {
    private static final int FIRST_PORT = 32_768;
    private static final int PORTS = 61_000 - FIRST_PORT;
    private static final int MOST = 4_096;

    private final RandomGenerator random;
    private final Way way;
    private final Map<Integer, UdpReceiver> receivers = new HashMap<>();
    private boolean isClosed;

    /**
     * How datagrams leave.
     *
     * @param mtu    of the device, in bytes
     * @param source our address towards another, where we have one of its family
     * @param output takes whole packets over
     */
    public record Way(int mtu, Function<IpAddress, Optional<IpAddress>> source, Consumer<ByteBuf> output) {}

    public UdpPorts(RandomGenerator random, Way way) {
        this.random = random;
        this.way = way;
    }

    /** Takes a random free port (RFC 6056); {@code null} where too many are open, or the stack is closed. */
    public @Nullable UdpSocket open(UdpReceiver receiver) {
        if (isClosed || receivers.size() >= MOST) {
            return null;
        }
        int port;
        do {
            port = FIRST_PORT + random.nextInt(PORTS);
        } while (receivers.containsKey(port));
        receivers.put(port, receiver);
        int taken = port;
        return new UdpSocket(port, way, () -> receivers.remove(taken));
    }

    /** A packet that carries UDP; its buffer stays the caller's. */
    public void packet(IpPacket packet) {
        UdpDatagram datagram = UdpDatagram.read(packet);
        UdpReceiver receiver = datagram == null ? null : receivers.get(datagram.destinationPort());
        if (datagram != null && receiver != null && datagram.sourcePort() != 0) {
            receiver.datagram(packet.route().source(), datagram.sourcePort(), datagram.payload());
        }
    }

    public void icmp(IcmpMessage message) {
        if (message instanceof IcmpMessage.Unreachable away && away.quote().protocol() == IpProtocol.UDP) {
            UdpReceiver receiver = receivers.get(away.quote().ports().source());
            if (receiver != null) {
                receiver.unreachable(away.quote().route().destination(), away.quote().ports().destination());
            }
        }
    }

    public int openPorts() {
        return receivers.size();
    }

    /** Ends every port; from now on none is opened. */
    public void close() {
        isClosed = true;
        new ArrayList<>(receivers.values()).forEach(UdpReceiver::closed);
        receivers.clear();
    }
}
