package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * The near end of a bridge: a channel of this loop for one that lives on another, with back-pressure, half-close and resets
 * passed on in both directions. What comes together crosses together.
 */
final class BridgeChannel extends StreamChannel {
    private static final int LOW_WATER = 256 * 1024;
    private static final int HIGH_WATER = 1024 * 1024;

    private final BridgeEnd far;
    private final BridgeQueue down = new BridgeQueue();
    private boolean isReadWanted;

    private BridgeChannel(Channel farChannel) {
        config().setWriteBufferWaterMark(new WriteBufferWaterMark(LOW_WATER, HIGH_WATER));
        far = new BridgeEnd(this, farChannel, down);
    }

    /** Over a channel whose reading is off; on that one's loop. */
    static BridgeChannel over(Channel farChannel) {
        BridgeChannel near = new BridgeChannel(farChannel);
        farChannel.pipeline().addLast(near.far);
        return near;
    }

    /** Of a message that crosses a bridge. */
    static int size(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case ByteBufHolder holder -> holder.content().readableBytes();
            default -> 0;
        };
    }

    /** There is something to read, room to write, or an end; from any loop. */
    void turnSoon() {
        if (isRegistered()) {
            down.wake(eventLoop(), this::turn);
        }
    }

    @Override
    protected void doBeginRead() {
        if (!isInputShutdown()) {
            isReadWanted = true;
            turnSoon();
        }
    }

    private void turn() {
        down.turning();
        if (isOpen()) {
            flushOn();
        }
        // after the end of what comes only a cut or a close can follow, for which nobody has to read
        if (isOpen() && (isReadWanted || isInputShutdown()) && !down.isEmpty()) {
            isReadWanted = false;
            deliver();
        }
    }

    private void deliver() {
        boolean isRoomWanted = false;
        boolean goesOn = true;
        BridgeEnd.End end = null;
        while (goesOn && end == null) {
            Object message = down.poll();
            if (message == null) {
                goesOn = false;
            } else if (message instanceof BridgeEnd.End ended) {
                end = ended;
            } else {
                isRoomWanted |= down.taken(size(message));
                pipeline().fireChannelRead(message);
                goesOn = isOpen() && config().isAutoRead();
            }
        }
        if (isRoomWanted) {
            far.roomToRead();
        }
        if (isOpen()) {
            pipeline().fireChannelReadComplete();
        }
        if (isOpen() && end != null) {
            end(end);
        }
    }

    private void end(BridgeEnd.End end) {
        switch (end) {
            case BridgeEnd.End.Finished finished -> {
                inputEnded();
                pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
                turnSoon();
            }
            case BridgeEnd.End.Cut cut -> {
                pipeline().fireExceptionCaught(cut.why());
                close();
            }
            case BridgeEnd.End.Closed closed -> close();
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        boolean hasAdded = false;
        while (!out.isEmpty() && (far.isGone() || !far.up().isFull())) {
            if (far.isGone()) {
                out.remove(new ClosedChannelException());
            } else {
                Object message = ReferenceCountUtil.retain(out.current());
                far.up().add(message, size(message));
                out.remove();
                hasAdded = true;
            }
        }
        if (hasAdded) {
            far.turnSoon();
        }
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        return message;
    }

    @Override
    protected void doClose() {
        ended();
        down.abandon();
        far.close(isCutByClose());
    }

    @Override
    protected void doShutdownOutput() {
        outputEnded();
        far.finish();
    }

    @Override
    protected void abandonInput() {
        down.abandon();
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
        return far.channel().localAddress();
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return far.channel().remoteAddress();
    }
}
