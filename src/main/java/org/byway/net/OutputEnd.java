package org.byway.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

/** The end of what a channel sends: behind everything that was written, and behind the last words of its handlers. */
public final class OutputEnd {
    private OutputEnd() {}

    /** Done when everything written so far is out, or cannot be. */
    public static Future<?> flushed(Channel channel) {
        return channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
    }

    /** Ends the sending half of a channel whose writes are out; done when the other side can know it. */
    public static Future<Void> shutdown(Channel channel) {
        Promise<Void> ended = channel.eventLoop().newPromise();
        ChannelHandlerContext speaker = channel.pipeline().context(LastWord.class);
        if (speaker == null) {
            ((DuplexChannel) channel).shutdownOutput().addListener(done -> ended.trySuccess(null));
        } else {
            ((LastWord) speaker.handler()).say(speaker).addListener(
                    said -> ((DuplexChannel) channel).shutdownOutput().addListener(done -> ended.trySuccess(null)));
        }
        return ended;
    }
}
