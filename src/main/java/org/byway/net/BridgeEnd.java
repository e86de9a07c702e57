package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.util.Objects;

/**
 * The far end of a bridge, at the end of the pipeline of the channel that is bridged, on its loop; what the near end calls
 * comes from the other loop.
 */
final class BridgeEnd extends ChannelInboundHandlerAdapter {
    private final BridgeChannel near;
    private final Channel channel;
    private final BridgeQueue down;
    private final BridgeQueue up = new BridgeQueue();
    private boolean isTold;
    private volatile boolean isGone;
    private volatile boolean isFinishWanted;

    /** How the far channel came to its end. */
    sealed interface End {
        record Finished() implements End {}

        record Cut(Throwable why) implements End {}

        record Closed() implements End {}
    }

    BridgeEnd(BridgeChannel near, Channel channel, BridgeQueue down) {
        this.near = near;
        this.channel = channel;
        this.down = down;
    }

    Channel channel() {
        return channel;
    }

    BridgeQueue up() {
        return up;
    }

    /** Whether what is written from now on reaches nobody. */
    boolean isGone() {
        return isGone;
    }

    /** Something was added to what goes up; from the near loop, as those below. */
    void turnSoon() {
        up.wake(channel.eventLoop(), this::turn);
    }

    void finish() {
        isFinishWanted = true;
        turnSoon();
    }

    void roomToRead() {
        channel.eventLoop().execute(() -> channel.config().setAutoRead(true));
    }

    /** What was taken before goes out first, unless the close is a cut. */
    void close(boolean isCut) {
        channel.eventLoop().execute(() -> {
            isGone = true;
            if (isCut) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.close();
            } else {
                write(true);
                OutputEnd.flushed(channel).addListener(flushed -> channel.close());
            }
        });
    }

    private void turn() {
        up.turning();
        write(false);
        if (isFinishWanted && up.isEmpty() && channel instanceof DuplexChannel duplex && !duplex.isOutputShutdown()) {
            OutputEnd.flushed(channel).addListener(flushed -> OutputEnd.shutdown(channel));
        }
    }

    private void write(boolean isLast) {
        boolean isRoomWanted = false;
        boolean hasWritten = false;
        while ((isLast || channel.isWritable()) && !up.isEmpty()) {
            Object message = Objects.requireNonNull(up.poll());
            isRoomWanted |= up.taken(BridgeChannel.size(message));
            channel.write(message, channel.voidPromise());
            hasWritten = true;
        }
        if (hasWritten) {
            channel.flush();
        }
        if (isRoomWanted) {
            near.turnSoon();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel.config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        down.add(message, BridgeChannel.size(message));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        near.turnSoon();
        if (down.isFull()) {
            channel.config().setAutoRead(false);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable()) {
            turn();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            tell(new End.Finished());
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!isTold) {
            isTold = true;
            tell(new End.Cut(cause));
        }
        channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        isGone = true;
        if (!isTold) {
            isTold = true;
            tell(new End.Closed());
        }
        up.abandon();
    }

    private void tell(End end) {
        down.add(end, 0);
        near.turnSoon();
    }
}
