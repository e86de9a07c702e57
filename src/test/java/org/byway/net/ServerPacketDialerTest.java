package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerPacketDialerTest {
    private final EventLoops loops = new EventLoops();
    private final DatagramSocket server = socket();
    private final Channel way = new ServerPacketDialer().open(loops.next()).syncUninterruptibly().getNow();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        way.close().syncUninterruptibly();
        server.close();
        loops.close();
    }

    @Test
    void readingIsOffUntilAskedFor() {
        assertThat(way.config().isAutoRead()).isFalse();
    }

    @Test
    void serverGivenByNameIsHeardUnderThatName() throws Exception {
        listen();
        send(Destination.of("localhost", server.getLocalPort()), "ask");
        answer(receive(), "answer");

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("localhost:" + server.getLocalPort() + " answer");
    }

    @Test
    void largestDatagramArrivesWhole() throws Exception {
        listen();
        send(Destination.of("127.0.0.1", server.getLocalPort()), "x".repeat(65_507));

        assertThat(receive().getLength()).isEqualTo(65_507);
    }

    @Test
    void strangerIsNotHeard() throws Exception {
        listen();
        send(Destination.of("127.0.0.1", server.getLocalPort()), "ask");
        DatagramPacket asked = receive();
        try (DatagramSocket stranger = socket()) {
            stranger.send(new DatagramPacket(new byte[3], 3, asked.getSocketAddress()));
        }
        answer(asked, "answer");

        assertThat(heard.poll(5, TimeUnit.SECONDS)).endsWith(" answer");
        assertThat(heard).isEmpty();
    }

    @Test
    void closedPortAndUnknownNameLoseThePacketAndKeepTheWay() throws Exception {
        listen();
        DatagramSocket gone = socket();
        int closed = gone.getLocalPort();
        gone.close();
        send(Destination.of("127.0.0.1", closed), "lost");
        send(Destination.of("no-such-server.invalid", 53), "lost");
        send(Destination.of("127.0.0.1", server.getLocalPort()), "ask");
        answer(receive(), "answer");

        assertThat(heard.poll(5, TimeUnit.SECONDS)).endsWith(" answer");
    }

    private void listen() {
        way.pipeline().addLast(new SimpleChannelInboundHandler<Packet>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, Packet packet) {
                heard.add(packet.peer() + " " + packet.content().toString(StandardCharsets.US_ASCII));
            }
        });
        way.config().setAutoRead(true);
    }

    private void send(Destination to, String text) {
        way.writeAndFlush(new Packet(to, Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII)));
    }

    private DatagramPacket receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        server.receive(packet);
        return packet;
    }

    private void answer(DatagramPacket asked, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        server.send(new DatagramPacket(bytes, bytes.length, asked.getSocketAddress()));
    }

    private static DatagramSocket socket() {
        try {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
            socket.setSoTimeout(5000);
            return socket;
        } catch (SocketException noSocket) {
            throw new AssertionError(noSocket);
        }
    }
}
