package org.byway.netstack.udp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A port as a Netty channel that takes and gives {@link Packet}s, to and from anybody; on the stack's loop. Reading is off
 * until asked for, and what comes meanwhile is kept within bounds, the newest last. It closes by itself once it was idle.
 */
public final class UdpChannel extends AbstractChannel implements UdpReceiver {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private static final int MOST_QUEUED = 256;

    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final Function<Destination, Future<IpAddress>> lookup;
    private final PeerNames names = new PeerNames();
    private final Deque<Packet> queue = new ArrayDeque<>();
    private final IdlePort idle;
    private @Nullable UdpSocket socket;
    private boolean isOpen = true;
    private boolean isReadWanted;
    private boolean isTurnSet;

    private UdpChannel(EventLoop loop, Function<Destination, Future<IpAddress>> lookup) {
        super(null);
        this.lookup = lookup;
        this.idle = new IdlePort(loop, this::close);
        config.setAutoRead(false);
    }

    /** Opens one, registered; {@code null} where no port is free. On the loop. */
    public static @Nullable UdpChannel open(UdpPorts ports, EventLoop loop,
            Function<Destination, Future<IpAddress>> lookup) {
        UdpChannel channel = new UdpChannel(loop, lookup);
        channel.socket = ports.open(channel);
        if (channel.socket == null) {
            return null;
        }
        loop.register(channel);
        channel.idle.begin();
        return channel;
    }

    @Override
    public void datagram(IpAddress from, int port, ByteBuf payload) {
        idle.used(port);
        if (queue.size() == MOST_QUEUED) {
            queue.remove().release();
        }
        queue.add(new Packet(names.nameOf(from, port), payload.retainedDuplicate()));
        turnSoon();
    }

    @Override
    public void unreachable(IpAddress peer, int port) {
        if (port != 0) {
            pipeline().fireUserEventTriggered(new PeerUnreachable(names.nameOf(peer, port)));
        }
    }

    @Override
    public void closed() {
        close();
    }

    @Override
    protected void doBeginRead() {
        isReadWanted = true;
        turnSoon();
    }

    private void turnSoon() {
        if (!isTurnSet && isReadWanted && !queue.isEmpty()) {
            isTurnSet = true;
            eventLoop().execute(this::deliver);
        }
    }

    private void deliver() {
        isTurnSet = false;
        if (!isReadWanted || queue.isEmpty()) {
            return;
        }
        isReadWanted = false;
        do {
            pipeline().fireChannelRead(queue.remove());
        } while (config.isAutoRead() && !queue.isEmpty());
        pipeline().fireChannelReadComplete();
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        if (message instanceof Packet) {
            return message;
        }
        throw new UnsupportedOperationException("a way for datagrams takes packets only");
    }

    /** What cannot be sent is lost, as datagrams are; its writer is told. */
    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        for (int left = out.size(); left > 0; left--) {
            Packet packet = (Packet) out.current();
            IpAddress known = names.addressOf(packet.peer());
            Future<IpAddress> found = known == null ? lookup.apply(packet.peer()) : null;
            if (found != null && !found.isSuccess()) {
                sendWhenFound(packet.retain(), found);
                out.remove();
                continue;
            }
            if (found != null) {
                known = found.getNow();
                names.learn(packet.peer(), known);
            }
            if (known != null && send(known, packet)) {
                out.remove();
            } else {
                out.remove(new IOException("the packet does not fit the tunnel"));
            }
        }
    }

    private boolean send(IpAddress to, Packet packet) {
        idle.used(packet.peer().port());
        return socket != null && socket.send(to, packet.peer().port(), packet.content());
    }

    private void sendWhenFound(Packet packet, Future<IpAddress> lookedUp) {
        lookedUp.addListener((Future<IpAddress> found) -> {
            if (found.isSuccess() && isOpen) {
                names.learn(packet.peer(), found.getNow());
                send(found.getNow(), packet);
            } else if (isOpen) {
                pipeline().fireUserEventTriggered(new PeerUnreachable(packet.peer()));
            }
            packet.release();
        });
    }

    @Override
    protected void doClose() {
        isOpen = false;
        idle.stop();
        if (socket != null) {
            socket.close();
        }
        queue.forEach(Packet::release);
        queue.clear();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public boolean isActive() {
        return isOpen;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new AbstractUnsafe() {
            @Override
            public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                promise.setFailure(new UnsupportedOperationException("a way for datagrams goes to everybody"));
            }
        };
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
        return null;
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return null;
    }

    @Override
    protected void doBind(SocketAddress address) {
        throw new UnsupportedOperationException("a port is bound from the start");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }
}
