package org.byway.engine.standing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Follows the records of a TLS answer (RFC 8446, section 5.1) over the bytes in which filters stop streams: an answer that
 * stands still inside a record is owed the rest. Looks at five bytes of each record and leaves when that is over.
 */
public final class TlsRecords extends ChannelInboundHandlerAdapter {
    private static final int HEADER = 5;
    private static final int LOWEST_TYPE = 20;
    private static final int HIGHEST_TYPE = 24;

    private long seen;
    private int left;
    private int headerBytes;
    private int length;

    /** Whether the last record is not wholly there. */
    boolean isInside() {
        return left > 0 || headerBytes > 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        seen += bytes.readableBytes();
        boolean isTls = follow(bytes);
        if (!isTls || seen > StandingStream.FREEZES_UP_TO) {
            left = 0;
            headerBytes = 0;
            context.fireChannelRead(message);
            context.pipeline().remove(this);
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean follow(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (left > 0) {
                int step = Math.min(left, bytes.writerIndex() - at);
                left -= step;
                at += step;
            } else if (!header(bytes.getUnsignedByte(at++))) {
                return false;
            }
        }
        return true;
    }

    /** False where this is no record's header. */
    private boolean header(int octet) {
        if (headerBytes == 0 && (octet < LOWEST_TYPE || octet > HIGHEST_TYPE)) {
            return false;
        }
        length = headerBytes >= HEADER - 2 ? length << Byte.SIZE | octet : 0;
        if (++headerBytes == HEADER) {
            left = length;
            headerBytes = 0;
        }
        return true;
    }
}
