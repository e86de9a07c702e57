package org.byway.netstack;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.byway.netstack.tcp.RateLimit;
import org.byway.netstack.tcp.TcpStreams;
import org.byway.netstack.udp.UdpPorts;
import org.byway.netstack.wire.IcmpMessage;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;

/** Looks at each packet that the device brings: what is for us goes to its protocol, everything else is dropped. */
final class PacketInput implements Consumer<ByteBuf> {
    private static final int ECHO_REPLIES_PER_SECOND = 10;

    private final Predicate<IpAddress> isOwn;
    private final Protocols protocols;
    private final Fragments fragments;
    private final RateLimit echoReplies;

    /** Who is given what; {@code output} takes our own answers. */
    record Protocols(TcpStreams tcp, UdpPorts udp, Consumer<ByteBuf> output) {}

    PacketInput(EventLoop loop, Predicate<IpAddress> isOwn, Protocols protocols) {
        this.isOwn = isOwn;
        this.protocols = protocols;
        this.fragments = new Fragments(loop.ticker());
        this.echoReplies = new RateLimit(loop.ticker(), ECHO_REPLIES_PER_SECOND);
    }

    @Override
    public void accept(ByteBuf bytes) {
        try {
            IpPacket packet = IpPacket.read(bytes);
            if (packet != null && isForUs(packet)) {
                take(packet);
            }
        } finally {
            bytes.release();
        }
    }

    /** From a host that is not ourselves (RFC 1122, section 3.2.1.3), to one of our addresses. */
    private boolean isForUs(IpPacket packet) {
        IpAddress source = packet.route().source();
        return isOwn.test(packet.route().destination()) && source.isOfAHost() && !isOwn.test(source);
    }

    private void take(IpPacket packet) {
        if (packet.fragment() == null) {
            dispatch(packet);
            return;
        }
        IpPacket whole = fragments.add(packet, packet.fragment());
        if (whole != null) {
            dispatch(whole);
            whole.payload().release();
        }
    }

    private void dispatch(IpPacket packet) {
        boolean isV6 = packet.route().isV6();
        switch (packet.protocol()) {
            case IpProtocol.TCP -> protocols.tcp().packet(packet);
            case IpProtocol.UDP -> protocols.udp().packet(packet);
            case IpProtocol.ICMP -> takeIcmp(packet, !isV6);
            case IpProtocol.ICMPV6 -> takeIcmp(packet, isV6);
            default -> {
            }
        }
    }

    private void takeIcmp(IpPacket packet, boolean isOfItsFamily) {
        IcmpMessage message = isOfItsFamily ? IcmpMessage.read(packet) : null;
        if (message instanceof IcmpMessage.EchoRequest request) {
            if (echoReplies.permits()) {
                protocols.output()
                        .accept(request.replyPacket(packet.route().reversed(), ByteBufAllocator.DEFAULT));
            }
        } else if (message != null) {
            protocols.tcp().icmp(message);
            protocols.udp().icmp(message);
        }
    }

    /** Releases what waits for its other parts. */
    void close() {
        fragments.clear();
    }
}
