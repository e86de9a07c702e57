package org.byway.protocol.socks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Fault;
import org.byway.net.Packet;
import org.byway.net.PacketDialer;
import org.byway.net.ServerDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.net.Stage;
import org.byway.testing.Conversation;
import org.byway.testing.DatagramEcho;
import org.byway.testing.LoopbackServer;
import org.byway.testing.RecordingDialer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay that sends everything back: so what was asked comes from where it was sent to. */
class Socks5PacketDialerTest {
    private static final Destination DNS = Destination.of("dns.example", 53);

    private final EventLoops loops = new EventLoops();
    private final DatagramEcho relay = new DatagramEcho();
    private final LoopbackServer server = new LoopbackServer(client -> {
        associate(client, 0, new byte[]{127, 0, 0, 1});
        client.readToEnd();
    });
    private final RecordingDialer carrier = new RecordingDialer(new ServerDialer(Duration.ofSeconds(5)));
    private final PacketDialer packets = Socks5Upstream.over(carrier, new ServerPacketDialer(),
            new Socks5Endpoint(server.address(), Optional.empty()), Duration.ofSeconds(5)).packets().orElseThrow();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        server.close();
        relay.close();
        loops.close();
    }

    @Test
    void datagramGoesToTheRelayAndItsAnswerComesBack() throws Exception {
        Channel way = open();
        way.writeAndFlush(new Packet(DNS, Unpooled.copiedBuffer("ask", StandardCharsets.US_ASCII)));

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("dns.example:53 ask");
    }

    @Test
    void relayAtAnyAddressIsTheServers() throws Exception {
        server.become(client -> {
            associate(client, 0, new byte[4]);
            client.readToEnd();
        });
        open().writeAndFlush(new Packet(DNS, Unpooled.copiedBuffer("ask", StandardCharsets.US_ASCII)));

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("dns.example:53 ask");
    }

    @Test
    void endOfTheServersStreamEndsTheWay() {
        server.become(client -> associate(client, 0, new byte[]{127, 0, 0, 1}));
        Channel way = open();

        assertThat(way.closeFuture().awaitUninterruptibly(5000)).isTrue();
    }

    @Test
    void endOfTheWayEndsTheStream() {
        open().close();

        eventually("the stream is closed", () -> carrier.opened().stream().noneMatch(Channel::isOpen));
    }

    @Test
    void refusalIsOneOfTheRequest() {
        server.become(client -> {
            associate(client, 7, new byte[4]);
            client.readToEnd();
        });

        assertThat(failure()).extracting(DialException::stage, DialException::fault).containsExactly(Stage.REQUEST,
                Fault.FORBIDDEN);
    }

    @Test
    void relayWithoutAPortIsGarbageAndNothingStaysOpen() {
        server.become(client -> {
            client.read(3);
            client.send((byte) 5, (byte) 0).read(10);
            client.send(new byte[]{5, 0, 0, 1, 127, 0, 0, 1, 0, 0}).readToEnd();
        });

        assertThat(failure().fault()).isEqualTo(Fault.GARBAGE);
        eventually("the stream is closed", () -> carrier.opened().stream().noneMatch(Channel::isOpen));
    }

    @Test
    void cancelledOpeningClosesTheStream() {
        server.become(LoopbackServer.Temper.SILENT);
        Future<Channel> opening = packets.open(loops.next());
        eventually("the stream is open", () -> !carrier.opened().isEmpty());
        opening.cancel(false);

        eventually("the stream is closed", () -> carrier.opened().stream().noneMatch(Channel::isOpen));
    }

    private Channel open() {
        Channel way = packets.open(loops.next()).syncUninterruptibly().getNow();
        way.pipeline().addLast(new SimpleChannelInboundHandler<Packet>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, Packet packet) {
                heard.add(packet.peer() + " " + packet.content().toString(StandardCharsets.US_ASCII));
            }
        });
        way.config().setAutoRead(true);
        return way;
    }

    private DialException failure() {
        Future<Channel> opening = packets.open(loops.next());
        assertThat(opening.awaitUninterruptibly(4000)).isTrue();
        return (DialException) opening.cause();
    }

    /** RFC 1928, sections 4 and 6, for command 3. */
    private void associate(Conversation client, int code, byte[] address) throws IOException {
        client.read(3);
        client.send((byte) 5, (byte) 0);
        byte[] request = client.read(10);
        if (request[1] != 3 || request[3] != 1) {
            throw new AssertionError("not UDP ASSOCIATE from an unknown address");
        }
        int port = relay.address().port();
        client.send((byte) 5, (byte) code, (byte) 0, (byte) 1).send(address)
                .send((byte) (port >> 8), (byte) port);
    }
}
