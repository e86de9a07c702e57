package org.byway.netstack;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Dials;
import org.byway.net.Fault;
import org.byway.net.PacketDialer;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.netstack.dns.DnsLink;
import org.byway.netstack.dns.TunnelResolver;
import org.byway.netstack.tcp.TcpStreams;
import org.byway.netstack.udp.UdpChannel;
import org.byway.netstack.udp.UdpPorts;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpRoute;

/**
 * Joins a {@link PacketDevice} to dialers: streams over TCP, packets over UDP, names by the tunnel's own resolvers. It only
 * connects; nothing listens.
 *
 * <p>Made, and used by its device, on one loop, whose ticker is its clock; the dialers may be used from any thread, and their
 * channels live on the stack's loop. A destination of a family for which the tunnel has no address is unreachable,
 * and one to which the device has no way is forbidden.
 */
public final class TunnelStack {
    /** Open to everybody, and asked through the tunnel, where a configuration names none: Quad9 and Cloudflare. */
    private static final List<String> OPEN_RESOLVERS = List.of("9.9.9.9", "1.1.1.1", "2620:fe::fe",
            "2606:4700:4700::1111");

    private final EventLoop loop;
    private final PacketDevice device;
    private final TunnelAddresses addresses;
    private final DeviceOutput output;
    private final TcpStreams tcp;
    private final UdpPorts udp;
    private final PacketInput input;
    private final TunnelResolver resolver;

    /** On the loop; from now on the device's packets are taken. {@code random} makes what a stranger must not guess. */
    public TunnelStack(PacketDevice device, TunnelAddresses addresses, EventLoop loop, RandomGenerator random) {
        this.loop = loop;
        this.device = device;
        this.addresses = addresses;
        this.output = new DeviceOutput(device, loop);
        this.tcp = new TcpStreams(loop, random, device.mtu(), output);
        this.udp = new UdpPorts(random, new UdpPorts.Way(device.mtu(), this::sourceTowards, output));
        this.input = new PacketInput(loop, this::isOwn, new PacketInput.Protocols(tcp, udp, output));
        this.resolver = new TunnelResolver(
                new DnsLink(resolvers(), loop, random, udp, server -> connect(server, DnsLink.PORT)),
                addresses.ofFamily(false).isPresent(), addresses.ofFamily(true).isPresent());
        device.receive(input);
    }

    private List<IpAddress> resolvers() {
        List<InetAddress> named = addresses.resolvers().isEmpty()
                ? OPEN_RESOLVERS.stream().map(InetAddress::ofLiteral).toList()
                : addresses.resolvers();
        return named.stream().map(IpAddress::of).filter(it -> sourceTowards(it).isPresent() && device.reaches(it))
                .toList();
    }

    private Optional<IpAddress> sourceTowards(IpAddress destination) {
        return addresses.ofFamily(destination.isV6()).map(IpAddress::of);
    }

    private boolean isOwn(IpAddress address) {
        return sourceTowards(address).filter(address::equals).isPresent();
    }

    /** Streams to destinations beyond the tunnel. */
    public StreamDialer streams() {
        return (to, any) -> {
            Promise<Channel> ready = loop.newPromise();
            onLoop(() -> dial(to, ready));
            return ready;
        };
    }

    /** A way for packets to destinations beyond the tunnel. */
    public PacketDialer packets() {
        return any -> {
            Promise<Channel> ready = loop.newPromise();
            onLoop(() -> open(ready));
            return ready;
        };
    }

    private void onLoop(Runnable work) {
        if (loop.inEventLoop()) {
            work.run();
        } else {
            loop.execute(work);
        }
    }

    private void dial(Destination to, Promise<Channel> ready) {
        find(to).addListener((Future<List<IpAddress>> found) -> {
            if (found.isSuccess()) {
                AddressRace.run(found.getNow(), address -> connect(address, to.port()), ready, loop);
            } else {
                ready.tryFailure(found.cause());
            }
        });
    }

    /** The addresses of a destination to which the device has a way; fails at once where there is none. */
    private Future<List<IpAddress>> find(Destination to) {
        Promise<List<IpAddress>> reached = loop.newPromise();
        if (to.address().isAddress()) {
            keepReached(List.of(IpAddress.of(InetAddress.ofLiteral(to.host()))), reached);
            return reached;
        }
        resolver.resolve(to.host()).addListener((Future<List<IpAddress>> found) -> {
            if (found.isSuccess()) {
                keepReached(found.getNow(), reached);
            } else {
                reached.tryFailure(found.cause());
            }
        });
        return reached;
    }

    private void keepReached(List<IpAddress> found, Promise<List<IpAddress>> reached) {
        List<IpAddress> kept = found.stream().filter(device::reaches).toList();
        if (kept.isEmpty()) {
            reached.tryFailure(new DialException(Stage.REQUEST, Blame.DESTINATION, Fault.FORBIDDEN));
        } else {
            reached.trySuccess(kept);
        }
    }

    private Future<Channel> connect(IpAddress address, int port) {
        return sourceTowards(address).map(source -> tcp.connect(new IpRoute(source, address), port))
                .orElseGet(() -> loop.newFailedFuture(
                        new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.UNREACHABLE)));
    }

    private void open(Promise<Channel> ready) {
        UdpChannel channel = UdpChannel.open(udp, loop, this::findOne);
        if (channel == null) {
            ready.tryFailure(new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.LOCAL));
        } else {
            Dials.deliver(channel, ready);
        }
    }

    private Future<IpAddress> findOne(Destination to) {
        Promise<IpAddress> first = loop.newPromise();
        find(to).addListener((Future<List<IpAddress>> found) -> {
            if (found.isSuccess()) {
                first.trySuccess(found.getNow().getFirst());
            } else {
                first.tryFailure(found.cause());
            }
        });
        return first;
    }

    /** What is open in it now; on the loop. */
    public StackCounts counts() {
        return new StackCounts(tcp.openFlows(), tcp.restingFlows(), udp.openPorts());
    }

    /** Cuts every connection at once, and fails every dial; on the loop. The device stays its owner's. */
    public void close() {
        tcp.close();
        udp.close();
        input.close();
        output.close();
    }
}
