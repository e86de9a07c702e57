package org.byway.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;

/** Relays between real sockets with small kernel buffers, all on one loop. */
final class RelayWorld implements AutoCloseable {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final int KERNEL_BUFFER = 64 * 1024;

    private final EventLoops loops = new EventLoops();
    private final EventLoop loop = loops.next();
    private final TrafficMeter meter = new TrafficMeter();
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Conversation> served = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final LoopbackServer server = new LoopbackServer(client -> {
        served.add(client);
        end.join();
    });
    private final List<Conversation> programs = new ArrayList<>();
    private final Channel listener = listen();

    /**
     * One connection: the program's socket, the relay's channels, and the server's socket.
     */
    record Pair(Conversation program, Channel client, Channel upstream, Conversation server) {
        CompletableFuture<?> sendAll(Conversation from, byte[] bytes) {
            return CompletableFuture.runAsync(() -> unchecked(() -> from.send(bytes).finish()), THREADS);
        }

        CompletableFuture<?> sendForEver(Conversation from) {
            byte[] chunk = new byte[256 * 1024];
            return CompletableFuture.runAsync(() -> unchecked(() -> {
                while (true) {
                    from.send(chunk);
                }
            }), THREADS);
        }

        CompletableFuture<byte[]> readAll(Conversation at) {
            CompletableFuture<byte[]> all = new CompletableFuture<>();
            THREADS.execute(() -> {
                try {
                    all.complete(at.readToEnd());
                } catch (IOException cut) {
                    all.completeExceptionally(cut);
                }
            });
            return all;
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    TrafficMeter meter() {
        return meter;
    }

    /** A relayed connection. */
    Pair join() throws IOException {
        Pair pair = unjoined();
        join(pair);
        return pair;
    }

    void join(Pair pair) {
        loop.submit(() -> Relay.join(pair.client(), pair.upstream(), meter)).syncUninterruptibly();
    }

    Pair unjoined() throws IOException {
        InetSocketAddress local = (InetSocketAddress) listener.localAddress();
        Conversation program = Conversation.with(new HostPort("127.0.0.1", local.getPort()));
        programs.add(program);
        Channel upstream = new ServerDialer(java.time.Duration.ofSeconds(5))
                .dial(new Destination(server.address()), loop)
                .syncUninterruptibly().getNow();
        upstream.config().setOption(ChannelOption.SO_SNDBUF, KERNEL_BUFFER);
        upstream.config().setOption(ChannelOption.SO_RCVBUF, KERNEL_BUFFER);
        return new Pair(program, take(accepted), upstream, take(served));
    }

    /** Bytes that the relay holds for this channel to send. */
    static long pending(Channel channel) {
        return channel.eventLoop().submit(() -> channel.unsafe().outboundBuffer().totalPendingWriteBytes())
                .syncUninterruptibly().getNow();
    }

    static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        programs.forEach(program -> unchecked(program::close));
        end.complete(null);
        server.close();
        listener.close().syncUninterruptibly();
        loops.close();
    }

    private Channel listen() {
        ServerBootstrap bootstrap = new ServerBootstrap().group(loop).channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        client.pipeline().addLast(new ChannelInboundHandlerAdapter());
                        accepted.add(client);
                    }
                });
        for (Map.Entry<ChannelOption<?>, Object> option : SocketOptions.forStreams().entrySet()) {
            setOption(bootstrap, option.getKey(), option.getValue());
        }
        return bootstrap.childOption(ChannelOption.SO_SNDBUF, KERNEL_BUFFER)
                .childOption(ChannelOption.SO_RCVBUF, KERNEL_BUFFER).bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly().channel();
    }

    @SuppressWarnings("unchecked") // the map was made with matching values
    private static <T> void setOption(ServerBootstrap bootstrap, ChannelOption<?> option, Object value) {
        bootstrap.childOption((ChannelOption<T>) option, (T) value);
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            T taken = queue.poll(10, TimeUnit.SECONDS);
            if (taken == null) {
                throw new AssertionError("nobody came");
            }
            return taken;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
