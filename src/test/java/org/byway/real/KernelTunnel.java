package org.byway.real;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.byway.model.Destination;
import org.byway.net.EventLoops;
import org.byway.netstack.PacketDevice;
import org.byway.netstack.StackCounts;
import org.byway.netstack.TunnelAddresses;
import org.byway.netstack.TunnelStack;
import org.byway.testing.Eventually;
import org.byway.testing.LossyDevice;
import org.byway.testing.LossyDevice.Faults;

/** A stack whose packets go to the kernel of a namespace, where a {@link KernelPeer} listens. Needs root. */
final class KernelTunnel implements AutoCloseable {
    static final String KERNEL = "10.8.0.1";
    static final String KERNEL_V6 = "fd00:8::1";
    static final int MTU = 1_420;

    private final String name = "byway" + ProcessHandle.current().pid();
    private final EventLoops loops = new EventLoops();
    private final EventLoop loop = loops.next();
    private final Namespace network = new Namespace();
    private final TunDevice device;
    private final LossyDevice lossy;
    private final Program peer;
    private final TunnelStack stack;
    private volatile boolean isCut;
    private volatile int longest = MTU;
    private volatile long arrived;

    KernelTunnel(Path folder, Faults faults) throws Exception {
        device = new TunDevice(name, MTU, loop);
        run("ip", "link", "set", name, "netns", network.inside().getLast());
        within("ip", "address", "add", KERNEL + "/24", "dev", name);
        within("ip", "-6", "address", "add", KERNEL_V6 + "/64", "dev", name, "nodad");
        within("ip", "link", "set", name, "mtu", Integer.toString(MTU), "up");
        route();
        peer = Program.start(folder.resolve("peer.log"), network.inside(program()));
        lossy = new LossyDevice(new Switch(), faults, loop, new Random(1));
        TunnelAddresses own = new TunnelAddresses(
                List.of(InetAddress.ofLiteral("10.8.0.2"), InetAddress.ofLiteral("fd00:8::2")),
                List.of(InetAddress.ofLiteral(KERNEL)));
        stack = loop.submit(() -> new TunnelStack(lossy, own, loop, new SecureRandom())).sync().getNow();
        awaitPeer();
    }

    /** Whatever this computer uses otherwise: the marks are by CUBIC, which nearly every server has. */
    private void route(String... options) throws IOException, InterruptedException {
        String[] route = {"ip", "route", "replace", "10.8.0.0/24", "dev", name, "src", KERNEL, "congctl", "cubic"};
        within(Stream.of(route, options).flatMap(Stream::of).toArray(String[]::new));
    }

    /** From now on the kernel's shortest retransmission timeout. */
    void timeoutsFrom(Duration shortest) throws IOException, InterruptedException {
        route("rto_min", shortest.toMillis() + "ms");
    }

    /** The peer as a command. */
    static String[] program() {
        return new String[]{ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), KernelPeer.class.getName()};
    }

    /** It listens some time after it was started. */
    private void awaitPeer() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Future<Channel> dial = dial(KernelPeer.ECHO).await();
            if (dial.isSuccess()) {
                dial.getNow().close();
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("nobody listens in the namespace");
    }

    Namespace network() {
        return network;
    }

    void within(String... command) throws IOException, InterruptedException {
        run(network.inside(command).toArray(String[]::new));
    }

    void beyond(String... command) throws IOException, InterruptedException {
        run(network.beyond(command).toArray(String[]::new));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (Program.run(Duration.ofSeconds(10), List.of(command)).code() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    EventLoop loop() {
        return loop;
    }

    TunnelStack stack() {
        return stack;
    }

    StackCounts counts() {
        return loop.submit(stack::counts).syncUninterruptibly().getNow();
    }

    Future<Channel> dial(int port) {
        return dial(Destination.of(KERNEL, port));
    }

    Future<Channel> dial(Destination to) {
        return stack.streams().dial(to, loop);
    }

    /** From now on nothing comes through in either direction, or everything again. */
    void cut(boolean nothingPasses) {
        isCut = nothingPasses;
    }

    /** How many packets of the kernel have come through. */
    long arrived() {
        return arrived;
    }

    /** From now on what the kernel sends and is longer vanishes, and nobody says so. */
    void narrow(int bytes) {
        longest = bytes;
    }

    @Override
    public void close() throws IOException {
        loop.submit(stack::close).syncUninterruptibly();
        Eventually.eventually("every flow is gone", () -> counts().flows() == 0);
        peer.close();
        loop.submit(lossy::close).syncUninterruptibly();
        device.close();
        network.close();
        loops.close();
    }

    private final class Switch implements PacketDevice {
        @Override
        public void send(ByteBuf packet) {
            if (isCut) {
                packet.release();
            } else {
                device.send(packet);
            }
        }

        @Override
        public void flush() {
            device.flush();
        }

        @Override
        public void receive(Consumer<ByteBuf> sink) {
            device.receive(packet -> {
                if (isCut || packet.readableBytes() > longest) {
                    packet.release();
                } else {
                    long before = arrived;
                    arrived = before + 1;
                    sink.accept(packet);
                }
            });
        }

        @Override
        public int mtu() {
            return device.mtu();
        }
    }
}
