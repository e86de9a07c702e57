package org.byway.engine.opening;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import org.byway.net.Packet;
import org.byway.net.PacketDialer;
import org.byway.net.TrafficMeter;

/** Counts the payload of datagrams, and each way as one connection. */
public record MeteredPacketDialer(PacketDialer carrier, TrafficMeter meter) implements PacketDialer {
    @Override
    public Future<Channel> open(EventLoop loop) {
        return carrier.open(loop).addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                meter.countOpened();
                done.getNow().closeFuture().addListener(closed -> meter.countClosed());
                done.getNow().pipeline().addLast(new Counter());
            }
        });
    }

    private final class Counter extends ChannelDuplexHandler {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
            meter.countUp(((Packet) message).content().readableBytes());
            context.write(message, written);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            meter.countDown(((Packet) message).content().readableBytes());
            context.fireChannelRead(message);
        }
    }
}
