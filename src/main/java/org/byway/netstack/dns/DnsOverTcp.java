package org.byway.netstack.dns;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.wire.IpAddress;

/** One question over a connection of its own; each message behind its length in two bytes (RFC 1035, section 4.2.2). */
final class DnsOverTcp extends SimpleChannelInboundHandler<ByteBuf> {
    private static final int LONGEST_MESSAGE = 65_535;
    private static final int LENGTH_BYTES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int id;
    private final Question question;
    private final Promise<Answer> answered;

    private DnsOverTcp(int id, Question question, Promise<Answer> answered) {
        this.id = id;
        this.question = question;
        this.answered = answered;
    }

    static Future<Answer> ask(DnsLink link, IpAddress server, int id, Question question) {
        Promise<Answer> answered = link.loop().newPromise();
        Future<Channel> dial = link.streams().apply(server);
        Future<?> patience = link.loop().schedule(() -> answered.tryFailure(failure(Fault.SILENT)), PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
        answered.addListener(done -> {
            patience.cancel(false);
            dial.cancel(false);
            if (dial.isSuccess()) {
                dial.getNow().close();
            }
        });
        dial.addListener((Future<Channel> done) -> {
            if (done.isSuccess() && !answered.isDone()) {
                converse(done.getNow(), new DnsOverTcp(id, question, answered));
            } else if (!done.isSuccess()) {
                answered.tryFailure(done.isCancelled() ? failure(Fault.SILENT) : done.cause());
            }
        });
        return answered;
    }

    private static void converse(Channel channel, DnsOverTcp asking) {
        ByteBuf query = channel.alloc().directBuffer().writeZero(LENGTH_BYTES);
        DnsMessage.writeQuery(query, asking.id, asking.question);
        query.setShort(0, query.readableBytes() - LENGTH_BYTES);
        channel.pipeline().addLast(new LengthFieldBasedFrameDecoder(LONGEST_MESSAGE, 0, LENGTH_BYTES, 0, LENGTH_BYTES),
                asking);
        channel.writeAndFlush(query);
        channel.config().setAutoRead(true);
    }

    private static DialException failure(Fault fault) {
        return new DialException(Stage.REQUEST, Blame.UNKNOWN, fault);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
        Answer answer = DnsMessage.readAnswer(message, id, question);
        if (answer != null && answer.isFinal()) {
            answered.trySuccess(answer);
        } else {
            answered.tryFailure(failure(Fault.GARBAGE));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            answered.tryFailure(failure(Fault.CLOSED));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        answered.tryFailure(failure(Fault.CLOSED));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        answered.tryFailure(failure(Fault.CLOSED));
    }
}
