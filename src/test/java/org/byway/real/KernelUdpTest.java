package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.netstack.udp.PeerUnreachable;
import org.byway.testing.Eventually;
import org.byway.testing.LossyDevice.Faults;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack's datagrams against the Linux kernel's, over a TUN device in a namespace of its own. */
@Tag("root")
class KernelUdpTest {
    @TempDir
    Path folder;

    private final Queue<Object> seen = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {KernelTunnel.KERNEL, KernelTunnel.KERNEL_V6})
    void datagramsComeBack(String kernel) throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            Channel channel = open(tunnel);
            Destination peer = Destination.of(kernel, KernelPeer.DATAGRAMS);
            for (String text : new String[]{"one", "two", "x".repeat(KernelTunnel.MTU - 48)}) {
                send(channel, peer, text);
                Eventually.eventually("it comes back", () -> seen.contains(peer + " " + text));
            }
            channel.close().sync();
        }
    }

    @Test
    void portWhereNobodyListensIsReported() throws Exception {
        try (KernelTunnel tunnel = new KernelTunnel(folder, Faults.NONE)) {
            Channel channel = open(tunnel);
            Destination nobody = Destination.of(KernelTunnel.KERNEL, KernelPeer.NOBODY);
            send(channel, nobody, "anybody?");

            Eventually.eventually("the kernel says so", () -> seen.contains(new PeerUnreachable(nobody)));
            assertThat(channel.isOpen()).isTrue();
            channel.close().sync();
        }
    }

    private Channel open(KernelTunnel tunnel) throws InterruptedException {
        Channel channel = tunnel.stack().packets().open(tunnel.loop()).sync().getNow();
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                Packet packet = (Packet) message;
                seen.add(packet.peer() + " " + packet.content().toString(StandardCharsets.ISO_8859_1));
                packet.release();
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                seen.add(event);
            }
        });
        channel.config().setAutoRead(true);
        return channel;
    }

    private static void send(Channel channel, Destination to, String text) {
        channel.writeAndFlush(new Packet(to, Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1)));
    }
}
