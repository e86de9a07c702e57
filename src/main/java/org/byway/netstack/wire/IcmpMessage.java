package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** What an ICMP message says (RFC 792, RFC 4443), as far as the stack cares. */
public sealed interface IcmpMessage {
    int HEADER_BYTES = 8;

    /** @param body identifier, sequence number and data, without a reference of its own */
    record EchoRequest(ByteBuf body) implements IcmpMessage {
        /** The reply as a whole packet, which the caller owns. */
        public ByteBuf replyPacket(IpRoute route, ByteBufAllocator allocator) {
            int type = route.isV6() ? Icmp.V6_ECHO_REPLY : Icmp.V4_ECHO_REPLY;
            return Icmp.packet(route, allocator, type, 0, body);
        }
    }

    /** @param mtu of the link that the packet did not fit, in bytes; 0 where the router does not say (RFC 1191, section 5) */
    record PacketTooBig(int mtu, Quote quote) implements IcmpMessage {}

    /** @param isPort whether the host is there and only nobody at its port */
    record Unreachable(boolean isPort, Quote quote) implements IcmpMessage {}

    /**
     * The beginning of the packet that it is about; anybody on the way can forge it.
     *
     * @param sequence of a TCP segment; without meaning for UDP
     */
    record Quote(IpRoute route, int protocol, TcpSegment.Ports ports, int sequence) {
        /** Says to its sender that it found no way, as a whole packet, which the caller owns. */
        public ByteBuf noWayPacket(ByteBufAllocator allocator) {
            return Icmp.packet(route.reversed(), allocator,
                    route.isV6() ? Icmp.V6_UNREACHABLE : Icmp.V4_UNREACHABLE, 0, Icmp.body(0, this));
        }

        /** Says to its sender what fits, in bytes, as a whole packet, which the caller owns. */
        public ByteBuf tooBigPacket(ByteBufAllocator allocator, int mtu) {
            return route.isV6()
                    ? Icmp.packet(route.reversed(), allocator, Icmp.V6_PACKET_TOO_BIG, 0, Icmp.body(mtu, this))
                    : Icmp.packet(route.reversed(), allocator, Icmp.V4_UNREACHABLE, Icmp.V4_FRAGMENTATION_NEEDED,
                            Icmp.body(mtu, this));
        }
    }

    /** Reads what a packet carries, or {@code null} where it is damaged or nothing that matters. */
    static @Nullable IcmpMessage read(IpPacket packet) {
        return Icmp.read(packet);
    }
}
