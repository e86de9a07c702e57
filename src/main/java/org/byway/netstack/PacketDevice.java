package org.byway.netstack;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.byway.netstack.wire.IpAddress;

/**
 * The link below the stack: what carries whole IP packets to the other side and back. Every call, both ways, is on the
 * tunnel's loop; a packet may be lost, repeated or late, as packets are.
 */
public interface PacketDevice {
    /** Takes one IP packet over, and its buffer; sent at the latest by {@link #flush}. */
    void send(ByteBuf packet);

    /** What was sent since the last time goes out now. */
    void flush();

    /** Who is given each IP packet that arrives, and its buffer; named once, before the first packet is sent. */
    void receive(Consumer<ByteBuf> sink);

    /** Whether it has a way for packets to that address; those for which it has none are lost. */
    default boolean reaches(IpAddress destination) {
        return true;
    }

    /** The longest IP packet that it carries, in bytes. */
    int mtu();
}
