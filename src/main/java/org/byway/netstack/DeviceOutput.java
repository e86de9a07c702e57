package org.byway.netstack;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;

/** Hands packets to the device, and has them go out together once everything that is at hand has been done. */
final class DeviceOutput implements Consumer<ByteBuf> {
    private final PacketDevice device;
    private final EventLoop loop;
    private boolean isFlushSet;
    private boolean isClosed;

    DeviceOutput(PacketDevice device, EventLoop loop) {
        this.device = device;
        this.loop = loop;
    }

    @Override
    public void accept(ByteBuf packet) {
        if (isClosed) {
            packet.release();
            return;
        }
        device.send(packet);
        if (!isFlushSet) {
            isFlushSet = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        isFlushSet = false;
        if (!isClosed) {
            device.flush();
        }
    }

    /** What is still there goes out; from now on nothing does. */
    void close() {
        flush();
        isClosed = true;
    }
}
