package org.byway.inbound;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.byway.net.Packet;
import org.byway.net.PacketDialer;
import org.jspecify.annotations.Nullable;

/**
 * Ties a program's socket to a way through an upstream; on their loop. A way that is idle is given back, and one that has
 * ended is replaced, when the program sends next. What does not fit is lost, as datagrams are.
 */
final class PacketRelay extends SimpleChannelInboundHandler<Packet> {
    /** Without a datagram either way; as long as a translator of addresses must remember one (RFC 4787, section 4.3). */
    static final Duration IDLE = Duration.ofMinutes(2);

    static final int MOST_HELD = 32;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Channel program;
    private final PacketDialer packets;
    private final Queue<Packet> held = new ArrayDeque<>();
    private @Nullable Channel upstream;
    private @Nullable Future<Channel> opening;
    private boolean isResting;

    PacketRelay(Channel program, PacketDialer packets) {
        this.program = program;
        this.packets = packets;
    }

    /** Packets go this way until it ends. */
    void through(Channel way) {
        upstream = way;
        way.pipeline().addLast(new IdleStateHandler(0, 0, IDLE.toMillis(), TimeUnit.MILLISECONDS), new Answers());
        way.closeFuture().addListener(closed -> upstream = null);
        way.config().setAutoRead(true);
        held.forEach(way::write);
        held.clear();
        way.flush();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Packet packet) {
        if (upstream != null && upstream.isWritable()) {
            upstream.write(packet.retain());
        } else if (upstream == null && !isResting) {
            hold(packet);
            reopen();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (upstream != null) {
            upstream.flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        dropHeld();
        if (opening != null) {
            opening.cancel(false);
        }
        if (upstream != null) {
            upstream.close();
        }
    }

    private void hold(Packet packet) {
        if (held.size() < MOST_HELD) {
            held.add(packet.retain());
        }
    }

    private void reopen() {
        if (opening != null) {
            return;
        }
        Future<Channel> next = packets.open(program.eventLoop());
        opening = next;
        next.addListener((Future<Channel> done) -> {
            opening = null;
            if (done.isSuccess()) {
                through(done.getNow());
            } else {
                dropHeld();
                isResting = true;
                program.eventLoop().schedule(() -> isResting = false, PAUSE_AFTER_FAILURE.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    private void dropHeld() {
        held.forEach(Packet::release);
        held.clear();
    }

    /** What comes back. */
    private final class Answers extends SimpleChannelInboundHandler<Packet> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, Packet packet) {
            if (program.isWritable()) {
                program.write(packet.retain());
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            program.flush();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent) {
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
