package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.DefaultByteBufHolder;
import org.byway.model.Destination;

/** One datagram: its payload, and where it goes to or came from. Released by whoever takes it out of a pipeline. */
public final class Packet extends DefaultByteBufHolder {
    private final Destination peer;

    public Packet(Destination peer, ByteBuf payload) {
        super(payload);
        this.peer = peer;
    }

    public Destination peer() {
        return peer;
    }

    /** The same peer with other bytes. */
    @Override
    public Packet replace(ByteBuf payload) {
        return new Packet(peer, payload);
    }

    @Override
    public Packet retain() {
        super.retain();
        return this;
    }

    /** Without the payload, and without the peer, which is a destination of the person. */
    @Override
    public String toString() {
        return "a packet of " + content().readableBytes() + " bytes";
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && peer.equals(((Packet) other).peer);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + peer.hashCode();
    }
}
