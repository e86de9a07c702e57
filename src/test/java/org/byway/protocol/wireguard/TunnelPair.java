package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.byway.crypto.X25519;
import org.byway.model.AddressBlock;
import org.byway.model.Destination;
import org.byway.model.NumberRange;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.net.Packet;
import org.byway.net.PacketDialer;
import org.byway.netstack.TunnelAddresses;
import org.byway.netstack.tcp.TestServer;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;

/** Two tunnels of our own, a client and a server, and the wire between them, which sees every datagram; in virtual time. */
final class TunnelPair implements AutoCloseable {
    static final Destination CLIENT = Destination.of("203.0.113.9", 40000);
    static final Destination SERVER = Destination.of("198.51.100.1", 51820);
    static final Duration DELAY = Duration.ofMillis(20);

    final TestScheduler time = new TestScheduler();
    final List<Seen> seen = new ArrayList<>();
    final List<Channel> accepted = new ArrayList<>();
    final End client;
    End server;
    Predicate<Seen> passes = any -> true;
    Destination serverPlace = SERVER;
    /** Whether the client's side wants something of the tunnel. */
    boolean isWanting = true;
    private final byte[] clientKey = X25519.randomPrivateKey();
    private final byte[] serverKey = X25519.randomPrivateKey();
    private final RemotePeer.Setup clientSetup;
    private final Optional<AmneziaOptions> amnezia;
    private final Random random = new Random(7);

    /** A datagram on the wire. */
    record Seen(Duration at, boolean isFromClient, ByteBuf bytes) {
        boolean isPlain(MessageKind kind) {
            return bytes.readableBytes() >= kind.size() && bytes.getIntLE(0) == kind.place() + 1;
        }
    }

    /** One of the two. */
    static final class End {
        final List<String> received = new ArrayList<>();
        final WireGuardTunnel tunnel;
        private final List<Channel> ways;
        int established;
        int gaveUp;

        End(WireGuardTunnel tunnel, List<Channel> ways) {
            this.tunnel = tunnel;
            this.ways = ways;
        }

        int waysOpened() {
            return ways.size();
        }
    }

    TunnelPair() {
        this(Optional.empty(), Optional.empty(), Optional.empty());
    }

    TunnelPair(Optional<AmneziaOptions> clients, Optional<AmneziaOptions> servers, Optional<NumberRange> keepalive) {
        amnezia = servers;
        clientSetup = new RemotePeer.Setup(new Keys(clientKey, X25519.publicKey(serverKey),
                Optional.empty()), Optional.of(SERVER), List.of(AddressBlock.parse("10.0.0.0/8")), keepalive,
                Optional.empty());
        client = end(clientKey, clients, clientSetup, true);
        server = newServer();
    }

    /** The client with a stack on top, in the place of the bare tunnel; its server accepts streams. */
    LiveTunnel live(Duration opening) {
        TunnelAddresses addresses = new TunnelAddresses(List.of(InetAddress.ofLiteral("10.0.0.2")),
                List.of(InetAddress.ofLiteral("10.0.0.53")));
        acceptStreams();
        return new LiveTunnel(new LiveTunnel.Plan(parts(clientKey, Optional.empty(), true, client.ways),
                List.of(clientSetup), addresses, opening), time.loop());
    }

    /** To be said again of a server that was restarted. */
    void acceptStreams() {
        new TestServer(server.tunnel, time.loop(), random, accepted::add);
    }

    private End newServer() {
        return end(serverKey, amnezia, new RemotePeer.Setup(new Keys(serverKey, X25519.publicKey(clientKey),
                Optional.empty()), Optional.empty(), List.of(AddressBlock.parse("10.0.0.2/32")), Optional.empty(),
                Optional.empty()), false);
    }

    byte[] serverPublicKey() {
        return X25519.publicKey(serverKey);
    }

    /** The server forgets everything but its key. */
    void restartServer() {
        server.tunnel.close();
        server = newServer();
    }

    private End end(byte[] key, Optional<AmneziaOptions> options, RemotePeer.Setup peer, boolean isClient) {
        List<Channel> ways = new ArrayList<>();
        End[] self = new End[1];
        WireGuardTunnel tunnel = new WireGuardTunnel(parts(key, options, isClient, ways), List.of(peer), time.loop(),
                new WireGuardTunnel.Watcher() {
                    @Override
                    public void established() {
                        self[0].established++;
                    }

                    @Override
                    public void failed(Optional<Throwable> why) {
                        self[0].gaveUp += why.isEmpty() ? 1 : 0;
                    }

                    @Override
                    public boolean isWanting() {
                        return isWanting;
                    }
                });
        End end = new End(tunnel, ways);
        self[0] = end;
        tunnel.receive(packet -> {
            end.received.add(packet.toString(IP_HEADER, packet.readableBytes() - IP_HEADER, StandardCharsets.US_ASCII));
            packet.release();
        });
        if (!isClient) {
            ways.add(way(time.loop(), false, new ArrayList<>()).getNow());
            tunnel.listenOn(ways.getFirst(), random);
        }
        return end;
    }

    private TunnelParts parts(byte[] key, Optional<AmneziaOptions> options, boolean isClient, List<Channel> ways) {
        PacketDialer carrier = loop -> way(loop, isClient, ways);
        return new TunnelParts(new Identity(key), options, 1420, carrier, time.clock(), random);
    }

    private Future<Channel> way(EventLoop loop, boolean isClient, List<Channel> ways) {
        EmbeddedDuplex channel = time.channel();
        channel.pipeline().addLast(new ChannelDuplexHandler() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                Packet packet = (Packet) message;
                carry(isClient, packet.peer(), packet.content());
                packet.release();
                promise.trySuccess();
            }
        });
        ways.add(channel);
        return loop.newSucceededFuture(channel);
    }

    private void carry(boolean isFromClient, Destination to, ByteBuf bytes) {
        Seen datagram = new Seen(now(), isFromClient, Unpooled.copiedBuffer(bytes));
        seen.add(datagram);
        boolean isAddressed = isFromClient ? to.equals(serverPlace) : to.equals(CLIENT);
        if (isAddressed && passes.test(datagram)) {
            time.loop().schedule(() -> arrive(!isFromClient, datagram.bytes()), DELAY.toMillis(),
                    java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }

    /** Shows an end a datagram, as if it came from the other. */
    void arrive(boolean atClient, ByteBuf bytes) {
        End end = atClient ? client : server;
        Channel way = end.ways.getLast();
        if (way.isActive()) {
            way.pipeline().fireChannelRead(new Packet(atClient ? serverPlace : CLIENT, Unpooled.copiedBuffer(bytes)));
            way.pipeline().fireChannelReadComplete();
        }
    }

    /** Shows the server a datagram that somebody else sent. */
    void arriveFrom(Destination stranger, ByteBuf bytes) {
        Channel way = server.ways.getLast();
        way.pipeline().fireChannelRead(new Packet(stranger, Unpooled.copiedBuffer(bytes)));
        way.pipeline().fireChannelReadComplete();
    }

    /** The initiation of somebody who knows the server's key, and whom it does not know. */
    ByteBuf strangersInitiation() {
        Keys keys = new Keys(X25519.randomPrivateKey(), serverPublicKey(), Optional.empty());
        try {
            byte[] message = Initiation.begin(keys, 1, 7, X25519.randomPrivateKey(), new byte[Timestamps.BYTES])
                    .message();
            new Macs(keys).seal(message, 0);
            return Unpooled.wrappedBuffer(message);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Codes as the client makes them. */
    Macs clientMacs() {
        return new Macs(clientSetup.keys());
    }

    private static final int IP_HEADER = 20;

    /** An IPv4 packet between the two with a text for a payload. */
    static ByteBuf packet(boolean isFromClient, String text) {
        return packet(isFromClient ? "10.0.0.2" : "10.0.0.1", isFromClient ? "10.0.0.1" : "10.0.0.2", text);
    }

    static ByteBuf packet(String from, String to, String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        ByteBuf packet = Unpooled.buffer();
        packet.writeByte(0x45).writeByte(0).writeShort(IP_HEADER + payload.length).writeInt(0).writeByte(64)
                .writeByte(17).writeShort(0).writeBytes(InetAddress.ofLiteral(from).getAddress())
                .writeBytes(InetAddress.ofLiteral(to).getAddress());
        return packet.writeBytes(payload);
    }

    void say(boolean isFromClient, String text) {
        WireGuardTunnel tunnel = isFromClient ? client.tunnel : server.tunnel;
        tunnel.send(packet(isFromClient, text));
        tunnel.flush();
    }

    void pass(Duration duration) {
        time.advance(duration);
    }

    /** Since the beginning. */
    Duration now() {
        return Duration.between(java.time.Instant.EPOCH, time.clock().instant());
    }

    List<Duration> times(boolean isFromClient, MessageKind kind) {
        return seen.stream().filter(it -> it.isFromClient() == isFromClient && it.isPlain(kind)).map(Seen::at).toList();
    }

    @Override
    public void close() {
        client.tunnel.close();
        server.tunnel.close();
        time.close();
    }
}
