package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.netstack.PacketDevice;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A WireGuard tunnel as a device for IP packets: to each peer go the packets for its addresses, from each are taken those that
 * come from them. Everything, calls and answers, is on one event loop; datagrams come and go by a {@code UdpLink}.
 */
final class WireGuardTunnel implements PacketDevice, UdpLink.Reader {
    private static final int RESERVED_BYTES = 3;

    private final EventLoop loop;
    private final Identity identity;
    private final Disguise disguise;
    private final Indices indices;
    private final List<RemotePeer> peers;
    private final List<AllowedRoute> routes;
    private final TransportReader transport;
    private final UdpLink link;
    private final Watcher watcher;
    private final int mtu;
    private final boolean hasReserved;
    private Consumer<ByteBuf> sink = ReferenceCountUtil::release;
    private @Nullable Cookies cookies;
    private @Nullable Future<?> tick;
    private long tickAt;
    private boolean isClosed;

    /** Who wants to know how the tunnel is. */
    interface Watcher {
        /** Nobody. */
        Watcher NONE = new Watcher() {
            @Override
            public void established() {}

            @Override
            public void failed(Optional<Throwable> why) {}
        };

        /** Something that only a peer could say has come. */
        default void heard() {}

        /** Whether anybody wants something of the tunnel: otherwise it rests, whatever its configuration says. */
        default boolean isWanting() {
            return true;
        }

        /** Something can be sent from now on. */
        void established();

        /** A datagram could not be sent, or nobody has answered for long. */
        void failed(Optional<Throwable> why);
    }

    /** Of a loop, on that loop. */
    WireGuardTunnel(TunnelParts parts, List<RemotePeer.Setup> setups, EventLoop loop, Watcher watcher) {
        this.loop = loop;
        this.watcher = watcher;
        this.mtu = parts.mtu();
        this.identity = parts.identity();
        this.disguise = new Disguise(parts.amnezia());
        this.indices = new Indices(parts.random());
        this.transport = new TransportReader(mtu);
        Peer.Makings makings = new Peer.Makings(disguise,
                new Times(disguise.timing(), new SplittableRandom(parts.random().nextLong())),
                new Timestamps(parts.clock()), indices, new TransportWriter(disguise, mtu));
        this.peers = setups.stream().map(it -> new RemotePeer(it, this, makings)).toList();
        this.routes = peers.stream().flatMap(WireGuardTunnel::routes)
                .sorted(Comparator.comparingInt((AllowedRoute it) -> it.block().prefixBits()).reversed()).toList();
        this.hasReserved = setups.stream().anyMatch(it -> it.reserved().isPresent());
        this.link = new UdpLink(parts.carrier(), loop, TransportReader.longest(mtu, disguise), this);
    }

    private static Stream<AllowedRoute> routes(RemotePeer peer) {
        return peer.setup().allowedIps().stream().map(block -> new AllowedRoute(block, peer));
    }

    @Override
    public void receive(Consumer<ByteBuf> newSink) {
        sink = newSink;
    }

    @Override
    public int mtu() {
        return mtu;
    }

    /** Section 4: an address that no peer is allowed has no way. */
    @Override
    public boolean reaches(IpAddress destination) {
        return route(destination.toInetAddress().getAddress()) != null;
    }

    @Override
    public void send(ByteBuf packet) {
        RemotePeer peer = isClosed || packet.readableBytes() > mtu
                ? null
                : route(AllowedRoute.destination(packet));
        if (peer == null) {
            packet.release();
        } else {
            peer.peer().send(packet, now());
        }
    }

    private @Nullable RemotePeer route(byte[] address) {
        for (AllowedRoute route : routes) {
            if (route.contains(address)) {
                return route.peer();
            }
        }
        return null;
    }

    @Override
    public void flush() {
        link.flush();
        setTick();
    }

    /** Takes a way that is open already, as a server does: what peers say first comes by it, and strangers' floods too. */
    void listenOn(Channel way, RandomGenerator random) {
        cookies = disguise.hasNoCookies() ? null : new Cookies(identity.publicKey(), random);
        link.use(way);
    }

    /** Begins a handshake with the first peer, unless one has begun just now. */
    void shakeHands() {
        peers.getFirst().peer().initiate(now());
        flush();
    }

    /** Whether packets go out to the first peer without waiting. */
    boolean isUp() {
        return peers.getFirst().peer().isUp(now());
    }

    /** Whether anything has come from the first peer since then, by the loop's ticker. */
    boolean hasHeardSince(long time) {
        return peers.getFirst().peer().hasHeardSince(time);
    }

    void sendTo(Destination where, ByteBuf datagram) {
        link.send(where, datagram);
    }

    void established() {
        watcher.established();
    }

    void heard() {
        watcher.heard();
    }

    boolean isWanted() {
        return watcher.isWanting();
    }

    void gaveUp() {
        watcher.failed(Optional.empty());
    }

    void openAnew() {
        link.openAnew();
    }

    @Override
    public void failed(Throwable why) {
        watcher.failed(Optional.of(why));
    }

    @Override
    public void read(Packet packet) {
        ByteBuf datagram = packet.content();
        if (hasReserved && datagram.readableBytes() > RESERVED_BYTES) {
            datagram.setZero(datagram.readerIndex() + 1, RESERVED_BYTES);
        }
        MessageKind kind = disguise.uncover(datagram);
        if (kind != null && !isClosed) {
            switch (kind) {
                case INITIATION -> readInitiation(bytes(datagram), packet.peer());
                case RESPONSE -> readResponse(bytes(datagram), packet.peer());
                case COOKIE -> readCookie(bytes(datagram));
                case TRANSPORT -> readTransport(datagram, packet.peer());
            }
        }
    }

    private static byte[] bytes(ByteBuf message) {
        byte[] bytes = new byte[message.readableBytes()];
        message.readBytes(bytes);
        return bytes;
    }

    private void readInitiation(byte[] message, Destination from) {
        if (!identity.isAddressed(message) || isFlood(message, from)) {
            return;
        }
        try {
            ReceivedInitiation theirs = identity.read(message);
            peers.stream().filter(it -> java.util.Arrays.equals(it.setup().keys().theirPublic(), theirs.theirStatic()))
                    .findFirst().ifPresent(it -> answer(it, theirs, from));
        } catch (GeneralSecurityException notForUs) {
            // a stranger's, and strangers get no answer
        }
    }

    /** Section 5.3: under load a cookie is all that whoever has none gets. */
    private boolean isFlood(byte[] message, Destination from) {
        Cookies jar = cookies;
        if (jar == null || !jar.isTooMany(now()) || jar.isProven(message, from, now())) {
            return false;
        }
        byte[] reply = jar.reply(message, disguise.header(MessageKind.COOKIE), from, now());
        sendTo(from, disguise.dress(MessageKind.COOKIE, reply));
        return true;
    }

    private void answer(RemotePeer peer, ReceivedInitiation theirs, Destination from) {
        Optional<Destination> before = peer.place();
        peer.isAt(from);
        if (!peer.peer().initiated(theirs, now())) {
            peer.isAt(before);
        }
    }

    private void readResponse(byte[] message, Destination from) {
        RemotePeer peer = owner(org.byway.crypto.LittleEndian.getInt(message, 8));
        if (peer != null && peer.peer().response(message, now())) {
            peer.isAt(from);
        }
    }

    private void readCookie(byte[] message) {
        RemotePeer peer = owner(org.byway.crypto.LittleEndian.getInt(message, 4));
        if (peer != null) {
            peer.peer().cookie(message, now());
        }
    }

    private @Nullable RemotePeer owner(int index) {
        Peer owner = indices.owner(index);
        for (RemotePeer each : peers) {
            if (each.peer() == owner) {
                return each;
            }
        }
        return null;
    }

    private void readTransport(ByteBuf message, Destination from) {
        int index = message.getIntLE(message.readerIndex() + MessageKind.TYPE_BYTES);
        RemotePeer peer = owner(index);
        Session session = peer == null ? null : peer.peer().receivingWith(index, now());
        if (peer == null || session == null || !transport.open(session, message)) {
            return;
        }
        peer.isAt(from);
        peer.peer().received(session, transport.isEmpty(), now());
        ByteBuf packet = transport.packet(ByteBufAllocator.DEFAULT);
        if (packet != null) {
            deliver(peer, packet);
        }
    }

    /** Section 2: a packet from an address that is not the peer's is dropped. */
    private void deliver(RemotePeer peer, ByteBuf packet) {
        if (route(AllowedRoute.source(packet)) == peer) {
            sink.accept(packet);
        } else {
            packet.release();
        }
    }

    @Override
    public void readAll() {
        flush();
    }

    private long now() {
        return loop.ticker().nanoTime();
    }

    /** One task at most, for whatever is due first. */
    private void setTick() {
        long now = now();
        long left = Long.MAX_VALUE;
        for (RemotePeer each : peers) {
            left = Math.min(left, each.peer().due(now));
        }
        boolean isEarlyEnough = tick != null && (left == Long.MAX_VALUE || tickAt - (now + left) <= 0);
        if (isClosed || left == Long.MAX_VALUE || isEarlyEnough) {
            return;
        }
        cancelTick();
        tickAt = now + left;
        tick = loop.schedule(this::tick, left, TimeUnit.NANOSECONDS);
    }

    private void tick() {
        tick = null;
        long now = now();
        peers.forEach(it -> it.peer().tick(now));
        flush();
    }

    private void cancelTick() {
        if (tick != null) {
            tick.cancel(false);
            tick = null;
        }
    }

    /** How many sessions and handshakes there are. */
    int sessions() {
        return indices.size();
    }

    /** Forgets every key, and sends and takes nothing more. */
    void close() {
        isClosed = true;
        cancelTick();
        peers.forEach(it -> it.peer().forget());
        link.close();
    }
}
