package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventLoopsTest {
    /** Asked from a task, a loop is always between its two looks at whether it shall end. */
    @Test
    void loopThatEndsClosesItsChannelsWheneverItIsAsked() {
        EventLoops loops = new EventLoops();
        EventLoop loop = loops.next();
        Channel listener = new ServerBootstrap().group(loop).channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInboundHandlerAdapter()).bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly().channel();

        loop.execute(() -> loops.group().shutdownGracefully(0, 1, TimeUnit.SECONDS));
        loop.terminationFuture().awaitUninterruptibly();
        loops.close();

        assertThat(listener.isOpen()).isFalse();
    }
}
