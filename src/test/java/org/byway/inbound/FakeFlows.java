package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.byway.model.endpoint.Login;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.Outbound;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FakePackets;

/** A flow handler that remembers, and answers as a test says. */
final class FakeFlows implements FlowHandler {
    final List<Flow> opened = new ArrayList<>();
    private final Consumer<Flow> answer;

    FakeFlows(Consumer<Flow> answer) {
        this.answer = answer;
    }

    /** Does not answer. */
    static FakeFlows waiting() {
        return new FakeFlows(flow -> {});
    }

    /** Answers yes, and reads what the program sends then. */
    static FakeFlows welcoming() {
        return new FakeFlows(flow -> {
            flow.reply().succeeded();
            flow.client().pipeline().addLast(new Payload());
            flow.client().config().setAutoRead(true);
        });
    }

    /** A program is received for these flows and without a login. */
    Reception reception(Duration deadline) {
        return reception(deadline, Optional.empty());
    }

    Reception reception(Duration deadline, Optional<Login> login) {
        return new Reception(outbound(), new ProxyLogin(login), deadline, new RateLimitedLog(Ticker.systemTicker()),
                false);
    }

    private Outbound outbound() {
        return new Outbound(this, FakePackets.none());
    }

    /** Where there are too many already. */
    Reception crowded(Duration deadline) {
        return reception(deadline).full();
    }

    @Override
    public void open(Flow flow) {
        opened.add(flow);
        answer.accept(flow);
    }

    /** Nothing more is said to the program, which has a little time to close by itself. */
    static boolean isEnding(EmbeddedDuplex channel) {
        return !channel.isOpen() || channel.isOutputShutdown();
    }

    /** What reached the end of the pipeline as payload. */
    static String payload(Channel channel) {
        return channel.pipeline().get(Payload.class).text.toString();
    }

    /** What the program was sent, in hexadecimal. */
    static String answered(EmbeddedChannel channel) {
        StringBuilder hex = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            hex.append(ByteBufUtil.hexDump(bytes));
            bytes.release();
        }
        return hex.toString();
    }

    static String answeredText(EmbeddedChannel channel) {
        return new String(ByteBufUtil.decodeHexDump(answered(channel)), StandardCharsets.ISO_8859_1);
    }

    private static final class Payload extends ChannelInboundHandlerAdapter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            text.append(bytes.toString(StandardCharsets.ISO_8859_1));
            bytes.release();
        }
    }
}
