package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.byway.netstack.PacketDevice;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;

/** The other end of a tunnel for tests: accepts what is opened to any address and port. */
public final class TestServer {
    private final TcpAcceptor acceptor;

    public TestServer(PacketDevice device, EventLoop loop, RandomGenerator random, Consumer<Channel> accepted) {
        acceptor = new TcpAcceptor(loop, random, device.mtu(), packet -> {
            device.send(packet);
            device.flush();
        }, accepted);
        device.receive(this::packet);
    }

    public int openFlows() {
        return acceptor.openFlows();
    }

    private void packet(ByteBuf bytes) {
        IpPacket packet = IpPacket.read(bytes);
        if (packet != null && packet.protocol() == IpProtocol.TCP) {
            acceptor.packet(packet);
        }
        bytes.release();
    }
}
