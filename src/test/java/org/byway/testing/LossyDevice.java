package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.byway.netstack.PacketDevice;
import org.byway.netstack.wire.IpAddress;

/** A device that loses, repeats, delays and damages what goes through it in either direction, the same with each seed. */
public final class LossyDevice implements PacketDevice {
    private final PacketDevice device;
    private final Faults faults;
    private final EventLoop loop;
    private final RandomGenerator random;
    private final Queue<Late> late = new ArrayDeque<>();
    private boolean isClosed;

    private record Late(ByteBuf packet, Consumer<ByteBuf> on) {}

    /**
     * How probable each fault is, from 0 to 1.
     *
     * @param lateBy of a packet that others overtake
     */
    public record Faults(double lost, double repeated, double late, Duration lateBy, double damaged) {
        public static final Faults NONE = new Faults(0, 0, 0, Duration.ZERO, 0);

        public static Faults loss(double lost) {
            return new Faults(lost, 0, 0, Duration.ZERO, 0);
        }
    }

    public LossyDevice(PacketDevice device, Faults faults, EventLoop loop, RandomGenerator random) {
        this.device = device;
        this.faults = faults;
        this.loop = loop;
        this.random = random;
    }

    @Override
    public void send(ByteBuf packet) {
        pass(packet, device::send);
    }

    @Override
    public void flush() {
        device.flush();
    }

    @Override
    public void receive(Consumer<ByteBuf> sink) {
        device.receive(packet -> pass(packet, sink));
    }

    @Override
    public boolean reaches(IpAddress destination) {
        return device.reaches(destination);
    }

    @Override
    public int mtu() {
        return device.mtu();
    }

    private void pass(ByteBuf packet, Consumer<ByteBuf> on) {
        if (isClosed || random.nextDouble() < faults.lost()) {
            packet.release();
            return;
        }
        if (random.nextDouble() < faults.repeated()) {
            on.accept(packet.copy());
        }
        if (random.nextDouble() < faults.damaged()) {
            int at = packet.readerIndex() + random.nextInt(packet.readableBytes());
            packet.setByte(at, packet.getByte(at) ^ 1 << random.nextInt(8));
        }
        if (random.nextDouble() < faults.late()) {
            late.add(new Late(packet, on));
            loop.schedule(this::passOn, faults.lateBy().toNanos(), TimeUnit.NANOSECONDS);
        } else {
            on.accept(packet);
        }
    }

    private void passOn() {
        Late next = late.poll();
        if (next != null) {
            next.on().accept(next.packet());
        }
    }

    /** Loses what is still under way, and everything from now on; on the loop. */
    public void close() {
        late.forEach(it -> it.packet().release());
        late.clear();
        isClosed = true;
    }
}
