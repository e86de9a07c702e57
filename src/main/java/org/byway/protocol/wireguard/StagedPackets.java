package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Packets that wait for a handshake, the newest 128 of them. */
final class StagedPackets {
    private static final int MOST = 128;

    private final Queue<ByteBuf> packets = new ArrayDeque<>();

    void add(ByteBuf packet) {
        if (packets.size() == MOST) {
            packets.remove().release();
        }
        packets.add(packet);
    }

    @Nullable
    ByteBuf poll() {
        return packets.poll();
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    void clear() {
        packets.forEach(ByteBuf::release);
        packets.clear();
    }
}
