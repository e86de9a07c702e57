package org.byway.inbound;

import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;
import org.byway.net.DrainHandler;

/**
 * Closes in two steps after a last answer (RFC 9112, section 9.6): what the program is still sending would otherwise be
 * met by a reset, which may undo the answer.
 */
final class LingeringClose {
    static final int SECONDS = 2;

    private LingeringClose() {}

    /** Once the answer is out. */
    static void after(ChannelFuture answered) {
        DuplexChannel client = (DuplexChannel) answered.channel();
        answered.addListener(done -> {
            if (client.isInputShutdown() || !done.isSuccess()) {
                client.close();
            } else {
                client.pipeline().addFirst(new DrainHandler());
                client.shutdownOutput();
                client.eventLoop().schedule(() -> client.close(), SECONDS, TimeUnit.SECONDS);
                client.config().setAutoRead(true);
            }
        });
    }
}
