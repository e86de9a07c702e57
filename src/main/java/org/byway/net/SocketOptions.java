package org.byway.net;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import java.util.Map;

/** The options that every stream has, towards programs and towards servers. */
public final class SocketOptions {
    /** What a buffer must hold so that no datagram is cut, in bytes (RFC 768: a length of 16 bits). */
    public static final int LARGEST_DATAGRAM = 65_535;

    private static final int KIB = 1024;

    private SocketOptions() {}

    /** What a stream is opened with; reading is off until somebody asks. */
    public static Map<ChannelOption<?>, Object> forStreams() {
        return Map.of(ChannelOption.AUTO_READ, false, ChannelOption.ALLOW_HALF_CLOSURE, true, ChannelOption.TCP_NODELAY,
                true, ChannelOption.SO_KEEPALIVE, true, ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(256 * KIB, KIB * KIB), ChannelOption.RECVBUF_ALLOCATOR, reads());
    }

    /** Small for quiet connections, large for busy ones, and few in a row so that no flow starves the others. */
    private static MaxMessagesRecvByteBufAllocator reads() {
        return new AdaptiveRecvByteBufAllocator(2 * KIB, 4 * KIB, 256 * KIB).maxMessagesPerRead(4);
    }
}
