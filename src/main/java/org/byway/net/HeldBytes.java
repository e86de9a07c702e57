package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** Payload that came together with the end of a handshake, kept until reading is asked for. */
public final class HeldBytes extends ChannelDuplexHandler {
    private @Nullable ByteBuf held;

    private HeldBytes(ByteBuf held) {
        this.held = held;
    }

    /** Takes what is readable in the buffer, where there is anything, and keeps it at the end of the pipeline. */
    public static void keep(ByteBuf in, ChannelPipeline pipeline) {
        if (in.isReadable()) {
            pipeline.addLast(new HeldBytes(in.readRetainedSlice(in.readableBytes())));
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        ByteBuf bytes = held;
        held = null;
        if (bytes != null) {
            context.fireChannelRead(bytes);
            context.fireChannelReadComplete();
            context.pipeline().remove(this);
        }
        context.read();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(held);
        held = null;
    }
}
