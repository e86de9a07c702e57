package org.byway.netstack.dns;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.byway.netstack.udp.UdpPorts;
import org.byway.netstack.wire.IpAddress;

/**
 * What queries travel over.
 *
 * @param servers in the order in which they are asked
 * @param streams opens a connection to one of them, at {@link #PORT}
 */
public record DnsLink(List<IpAddress> servers, EventLoop loop, RandomGenerator random, UdpPorts ports,
        Function<IpAddress, Future<Channel>> streams) {
    public static final int PORT = 53;
}
