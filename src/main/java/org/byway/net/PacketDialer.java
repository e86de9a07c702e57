package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/**
 * Opens a way for datagrams that is bound to no destination: its channel takes and gives {@link Packet}s.
 *
 * <p>The promises are those of {@link StreamDialer}: the future completes on the channel's loop, reading is off, packets
 * appear at the end of the pipeline; on failure it carries a {@link DialException} and nothing stays open. A packet that
 * cannot be carried is lost, as datagrams are, and leaves the channel open. Opening may confirm nothing of the server.
 */
@FunctionalInterface
public interface PacketDialer {
    Future<Channel> open(EventLoop loop);
}
