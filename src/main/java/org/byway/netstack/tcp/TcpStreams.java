package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Dials;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.wire.IcmpMessage;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpSegment;

/** TCP of one stack: opens connections as channels, and is given what arrives for them. On the stack's loop. */
public final class TcpStreams {
    private final TcpHost host;
    private final TcpFlows flows;
    private boolean isClosed;

    /**
     * @param mtu    of the device, in bytes
     * @param output takes whole packets over
     */
    public TcpStreams(EventLoop loop, RandomGenerator random, int mtu, Consumer<ByteBuf> output) {
        this.host = new TcpHost(loop, random, mtu, output);
        this.flows = new TcpFlows(host);
    }

    /** Opens a connection; the promises are those of {@link org.byway.net.StreamDialer}. */
    public Future<Channel> connect(IpRoute route, int port) {
        Promise<Channel> ready = host.loop().newPromise();
        TcpFlow flow = isClosed ? null : flows.free(route, port);
        if (flow == null) {
            return ready.setFailure(isClosed
                    ? new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.CLOSED)
                    : new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.LOCAL));
        }
        TcpOpening opening = new TcpOpening(host, flows, flow, new TcpOpening.Outcome() {
            @Override
            public void opened(TcpConnection connection) {
                Dials.deliver(TcpChannel.of(connection, host.loop()), ready);
            }

            @Override
            public void failed(DialException why) {
                ready.tryFailure(why);
            }
        });
        ready.addListener(done -> {
            if (done.isCancelled()) {
                opening.close();
            }
        });
        opening.begin();
        return ready;
    }

    /** A packet that carries TCP; its buffer stays the caller's. */
    public void packet(IpPacket packet) {
        TcpSegment segment = TcpSegment.read(packet);
        if (segment != null) {
            flows.segment(packet, segment);
        }
    }

    public void icmp(IcmpMessage message) {
        switch (message) {
            case IcmpMessage.PacketTooBig big -> {
                SegmentHandler handler = flows.quoted(big.quote());
                if (handler != null) {
                    handler.tooBig(big.quote(), big.mtu());
                }
            }
            case IcmpMessage.Unreachable away -> {
                SegmentHandler handler = flows.quoted(away.quote());
                if (handler != null) {
                    handler.unreachable(away.quote());
                }
            }
            case IcmpMessage.EchoRequest request -> {
            }
        }
    }

    /** Connections that are open, opening or not quite ended. */
    public int openFlows() {
        return flows.size();
    }

    /** Flows whose port is not used again yet. */
    public int restingFlows() {
        return flows.resting();
    }

    /** Cuts every connection; from now on nothing is opened. */
    public void close() {
        isClosed = true;
        flows.closeAll();
    }
}
