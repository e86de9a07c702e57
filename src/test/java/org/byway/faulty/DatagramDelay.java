package org.byway.faulty;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings every datagram so much later than it came, in their order; on one event loop. */
final class DatagramDelay {
    private final EventLoop loop;
    private final long nanos;
    private final Consumer<DatagramPacket> then;
    private final Queue<Parcel> underWay = new ArrayDeque<>();

    private record Parcel(DatagramPacket datagram, long due) {}

    /** @param then takes each over */
    DatagramDelay(EventLoop loop, long nanos, Consumer<DatagramPacket> then) {
        this.loop = loop;
        this.nanos = nanos;
        this.then = then;
    }

    /** Takes it over. */
    void put(DatagramPacket datagram) {
        underWay.add(new Parcel(datagram, System.nanoTime() + nanos));
        if (underWay.size() == 1) {
            loop.schedule(this::bring, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void bring() {
        Parcel next = underWay.peek();
        while (next != null && next.due() - System.nanoTime() <= 0) {
            underWay.remove();
            then.accept(next.datagram());
            next = underWay.peek();
        }
        if (next != null) {
            loop.schedule(this::bring, next.due() - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** Those that are still under way never arrive. */
    void clear() {
        underWay.forEach(it -> it.datagram().release());
        underWay.clear();
    }
}
