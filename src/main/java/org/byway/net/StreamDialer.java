package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import org.byway.model.Destination;

/**
 * Opens a byte stream to a destination; every proxy protocol is one, built over another that reaches its server.
 *
 * <p>The future completes on the channel's loop. On success the channel is ready for payload, its reading is off
 * ({@code autoRead} false), and the peer's bytes appear at the end of the pipeline once reading is asked for. On failure
 * it carries a {@link DialException} and nothing stays open. Cancelling the future ends the dial. The loop is a
 * preference: a tunnel answers with a channel of its own loop.
 */
@FunctionalInterface
public interface StreamDialer {
    Future<Channel> dial(Destination to, EventLoop loop);
}
