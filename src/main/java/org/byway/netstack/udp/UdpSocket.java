package org.byway.netstack.udp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.UdpDatagram;

/** A port of ours; on the stack's loop. */
public final class UdpSocket {
    private final int port;
    private final UdpPorts.Way way;
    private final Runnable release;

    UdpSocket(int port, UdpPorts.Way way, Runnable release) {
        this.port = port;
        this.way = way;
        this.release = release;
    }

    public int port() {
        return port;
    }

    /** Sends a copy of the payload, unless it is too long for the device or we have no address of that family; whether it did. */
    public boolean send(IpAddress to, int toPort, ByteBuf payload) {
        Optional<IpAddress> source = way.source().apply(to);
        if (source.isEmpty()) {
            return false;
        }
        IpRoute route = new IpRoute(source.get(), to);
        if (route.headerBytes() + UdpDatagram.HEADER_BYTES + payload.readableBytes() > way.mtu()) {
            return false;
        }
        way.output().accept(new UdpDatagram(port, toPort, payload).toPacket(route, ByteBufAllocator.DEFAULT));
        return true;
    }

    /** The port is free again. */
    public void close() {
        release.run();
    }
}
