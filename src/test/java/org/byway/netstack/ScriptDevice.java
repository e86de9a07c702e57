package org.byway.netstack;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.byway.netstack.wire.IpAddress;

/** A device at whose other end a test stands: keeps what is sent, and brings what the test says. */
public final class ScriptDevice implements PacketDevice {
    private final int mtu;
    private final Deque<byte[]> sent = new ArrayDeque<>();
    private final Set<IpAddress> beyondReach = new HashSet<>();
    private Consumer<ByteBuf> sink = ByteBuf::release;

    public ScriptDevice(int mtu) {
        this.mtu = mtu;
    }

    /** Packets that no one has looked at yet, the oldest first. */
    public Deque<byte[]> sent() {
        return sent;
    }

    /** There is no way to that address. */
    public void hasNoWayTo(IpAddress address) {
        beyondReach.add(address);
    }

    @Override
    public boolean reaches(IpAddress destination) {
        return !beyondReach.contains(destination);
    }

    /** A packet arrives; takes it over. */
    public void bring(ByteBuf packet) {
        sink.accept(packet);
    }

    @Override
    public void send(ByteBuf packet) {
        sent.add(ByteBufUtil.getBytes(packet));
        packet.release();
    }

    @Override
    public void flush() {}

    @Override
    public void receive(Consumer<ByteBuf> taker) {
        sink = taker;
    }

    @Override
    public int mtu() {
        return mtu;
    }
}
