package org.byway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class PracticePageHandlerTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new PracticePageHandler("Practice-1"));

    /** A person who watches the demonstration sees what Byway says, and no trace of what was cut. */
    @Test
    void cutConnectionIsClosedWithoutAWord() {
        channel.pipeline().fireExceptionCaught(new SocketException("the tunnel was closed"));

        assertThat(channel.isOpen()).isFalse();
        channel.checkException();
    }

    @Test
    void connectionEndsWithTheProgramsEnd() {
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        assertThat(channel.isOpen()).isFalse();
    }
}
