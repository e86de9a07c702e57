package org.byway.transport.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When bytes and ends come out, with records that are their own plaintext; a point is the server's close_notify. */
class TlsStreamTest {
    private final List<String> seen = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    TlsStreamTest() {
        channel.config().setAutoRead(false);
        channel.pipeline().addLast(new TlsStream(new Open()), new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                seen.add(((ByteBuf) message).toString(StandardCharsets.US_ASCII));
                ((ByteBuf) message).release();
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                seen.add("end");
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                seen.add("cut");
            }
        });
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void nothingAppearsBeforeReadingIsAskedFor() {
        arrives("early");

        assertThat(seen).isEmpty();
    }

    @Test
    void whatCameBeforeReadingWasAskedForComesWithTheFirstRead() {
        arrives("early ");
        arrives("birds");
        channel.read();

        assertThat(seen).containsExactly("early birds");
    }

    @Test
    void oneReadBringsOnePiece() {
        channel.read();
        arrives("one");
        arrives("two");

        assertThat(seen).containsExactly("one");
    }

    @Test
    void everyPieceComesWhileReadingIsOn() {
        channel.config().setAutoRead(true);
        arrives("one");
        arrives("two");

        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void endWaitsForTheReadAfterTheLastBytes() {
        channel.read();
        arrives("last.");
        assertThat(seen).containsExactly("last");
        channel.read();

        assertThat(seen).containsExactly("last", "end");
    }

    @Test
    void cutWaitsBehindBytesThatNobodyHasAskedFor() {
        arrives("last");
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(seen).isEmpty();
        channel.read();
        channel.read();

        assertThat(seen).containsExactly("last", "cut");
    }

    @Test
    void endOfTheSocketAfterCloseNotifyIsNoCut() {
        channel.config().setAutoRead(true);
        arrives("last.");
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        assertThat(seen).containsExactly("last", "end");
    }

    private void arrives(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static final class Open implements TlsRecords {
        private boolean isFinished;

        @Override
        public ByteBuf open(ByteBuf sealed) {
            isFinished = sealed.getByte(sealed.writerIndex() - 1) == '.';
            int length = sealed.readableBytes() - (isFinished ? 1 : 0);
            return Unpooled.wrappedBuffer(ByteBufUtil.getBytes(sealed, sealed.readerIndex(), length));
        }

        @Override
        public boolean isFinished() {
            return isFinished;
        }

        @Override
        public ByteBuf ownWords() {
            return Unpooled.EMPTY_BUFFER;
        }

        @Override
        public ByteBuf seal(ByteBuf plain) {
            return plain.retain();
        }

        @Override
        public ByteBuf closeNotify() {
            return Unpooled.EMPTY_BUFFER;
        }

        @Override
        public void release() {}
    }
}
