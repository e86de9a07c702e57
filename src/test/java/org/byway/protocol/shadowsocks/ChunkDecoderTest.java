package org.byway.protocol.shadowsocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against streams made by another implementation (the {@code cryptography} package of Python): the password barfoo!, the salt
 * 00 01 02 …, and the payloads "hello, ", nothing, "world".
 */
class ChunkDecoderTest {
    private static final Map<ShadowsocksMethod, String> STREAMS = Map.of(ShadowsocksMethod.AES_128_GCM,
            "000102030405060708090a0b0c0d0e0f6f534c11790bd24c8ee311a20dceab7537f5e8a53f65d14f65ed5ab0ab58bb19288fd2b5"
                    + "5a5714d9f127ec9cd5d6ed3f720a89ebbd8662b178ea0ea945f9edad8240f80d554da5ffb1e246c8068c50a88cb4a7f43"
                    + "c2aa7535167421f2b474443b34722c924ce13378b0dfc0b738c2570e845",
            ShadowsocksMethod.AES_256_GCM,
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1ffe30642f891219579abfa3a9168624b5b3c9b6f5"
                    + "cc0f03cbd33a0b2e9ed896f897a5168ccf8d03435ee4ceb3fa46c11a31330ab3d44b9154cdf2f6c0b9b55f4eaa5e2c5a5"
                    + "2d80e11750d237d187461429ea3f9719f4e0137bbe0810517a9aaac70de41bde6f8ecd77f1b60f8a82b45f0dd35",
            ShadowsocksMethod.CHACHA20_IETF_POLY1305,
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1fa028e26a37d380da864869a42f60c5541cb126d7"
                    + "6ee13ab34bb3da8540b1dcabb17325889fe2dd2dfaed4ff4c9eba4f7d44d8aafe8140ffdef5eb1335c5688b7989549d76"
                    + "50fe7ffb2aa84586d91fb169b26097290b90ad95b7ef7efa26144b63b796e9fe3faefaedff2eb7d7084abb6b2c9");
    private static final ShadowsocksMethod METHOD = ShadowsocksMethod.AES_256_GCM;
    private static final byte[] STREAM = stream(METHOD);

    private final TestScheduler time = new TestScheduler();

    @AfterEach
    void releaseAll() {
        time.close();
    }

    static IntStream everyByte() {
        return IntStream.range(0, STREAM.length);
    }

    @ParameterizedTest
    @EnumSource(ShadowsocksMethod.class)
    void streamIsOpenedWhereverItIsSplit(ShadowsocksMethod method) {
        byte[] stream = stream(method);
        for (int at = 0; at <= stream.length; at++) {
            Reader reader = reader(method, "barfoo!");
            reader.comes(Arrays.copyOf(stream, at)).comes(Arrays.copyOfRange(stream, at, stream.length)).ends();

            assertThat(reader.text.toString()).as("split at " + at).isEqualTo("hello, world");
            assertThat(reader.isFinished()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ShadowsocksMethod.class)
    void streamIsOpenedByteByByte(ShadowsocksMethod method) {
        Reader reader = reader(method, "barfoo!");
        for (byte each : stream(method)) {
            reader.comes(each);
        }

        assertThat(reader.text.toString()).isEqualTo("hello, world");
    }

    @ParameterizedTest
    @MethodSource("everyByte")
    void changedByteIsNoticed(int at) {
        byte[] changed = STREAM.clone();
        changed[at] ^= 1;

        assertBroken(reader(METHOD, "barfoo!").comes(changed), Fault.GARBAGE);
    }

    @ParameterizedTest
    @EnumSource(ShadowsocksMethod.class)
    void wrongPasswordIsNoticedAtTheFirstLength(ShadowsocksMethod method) {
        Reader reader = reader(method, "barfoo?").comes(Arrays.copyOf(stream(method), method.keyBytes() + 18));

        assertBroken(reader, Fault.GARBAGE);
    }

    /** Between chunks the stream is whole; a server that ends before its salt had nothing to say. */
    @ParameterizedTest
    @MethodSource("everyByte")
    void endInsideAChunkIsACut(int at) {
        Reader reader = reader(METHOD, "barfoo!").comes(Arrays.copyOf(STREAM, at)).ends();
        boolean isBetween = at == 0 || at == 32 || at == 32 + 41 || at == 32 + 41 + 34;

        if (isBetween) {
            assertThat(reader.isFinished()).isTrue();
        } else {
            assertBroken(reader, Fault.CLOSED);
        }
    }

    @Test
    void nothingBehindAChangedChunkIsPassedOn() {
        byte[] changed = STREAM.clone();
        changed[32 + 41] ^= 1; // the length of the second chunk
        Reader reader = reader(METHOD, "barfoo!").comes(changed);

        assertThat(reader.text.toString()).isEqualTo("hello, ");
    }

    @Test
    void lengthBeyondTheCapIsRefused() {
        byte[] salt = new byte[32];
        PeerCipher peer = new PeerCipher(METHOD, "barfoo!", salt);

        assertBroken(reader(METHOD, "barfoo!").comes(salt).comes(peer.seal(new byte[]{0x40, 0})), Fault.GARBAGE);
    }

    @Test
    void longestChunkIsOpened() {
        byte[] salt = new byte[32];
        PeerCipher peer = new PeerCipher(METHOD, "barfoo!", salt);
        Reader reader = reader(METHOD, "barfoo!").comes(salt).comes(peer.chunk(new byte[0x3fff]));

        assertThat(reader.text).hasSize(0x3fff);
    }

    @Test
    void streamThatIsPlayedAgainIsRefused() {
        Salts salts = new Salts();
        reader(METHOD, "barfoo!", salts).comes(STREAM);

        assertBroken(reader(METHOD, "barfoo!", salts).comes(STREAM), Fault.GARBAGE);
    }

    @Test
    void ourOwnSaltReflectedIsRefused() {
        Salts salts = new Salts();
        byte[] ours = salts.fresh(32);
        PeerCipher reflection = new PeerCipher(METHOD, "barfoo!", ours);

        assertBroken(reader(METHOD, "barfoo!", salts).comes(PeerCipher.joined(ours, reflection.chunk(new byte[5]))),
                Fault.GARBAGE);
    }

    @Test
    void readThatBroughtNoWholeChunkIsAskedForAgain() {
        Reader reader = reader(METHOD, "barfoo!");
        reader.channel.config().setAutoRead(false);
        int before = reader.reads;
        reader.comes(Arrays.copyOf(STREAM, 40));
        assertThat(reader.reads).isEqualTo(before + 1);
        reader.comes(Arrays.copyOfRange(STREAM, 40, STREAM.length));

        assertThat(reader.reads).isEqualTo(before + 1);
    }

    private Reader reader(ShadowsocksMethod method, String password) {
        return reader(method, password, new Salts());
    }

    private Reader reader(ShadowsocksMethod method, String password, Salts salts) {
        ShadowsocksEndpoint endpoint = new ShadowsocksEndpoint(new HostPort("h", 1), method, Secret.of(password));
        return new Reader(time.channel(), new ChunkDecoder(MasterKey.of(endpoint), salts));
    }

    private static byte[] stream(ShadowsocksMethod method) {
        return HexFormat.of().parseHex(STREAMS.getOrDefault(method, ""));
    }

    private static void assertBroken(Reader reader, Fault fault) {
        assertThat(reader.failure).hasValueSatisfying(why -> assertThat(why)
                .extracting(DialException::stage, DialException::blame, DialException::fault)
                .containsExactly(Stage.SECURE, Blame.UPSTREAM, fault));
        assertThat(reader.isFinished()).isFalse();
        assertThat(reader.channel.isOpen()).isFalse();
    }

    /** What comes out at the end of the pipeline. */
    private static final class Reader extends ChannelInboundHandlerAdapter {
        final EmbeddedDuplex channel;
        final StringBuilder text = new StringBuilder();
        Optional<DialException> failure = Optional.empty();
        int reads;
        private boolean isEnded;

        Reader(EmbeddedDuplex channel, ChunkDecoder decoder) {
            this.channel = channel;
            channel.pipeline().addLast(new io.netty.channel.ChannelOutboundHandlerAdapter() {
                @Override
                public void read(ChannelHandlerContext context) {
                    reads++;
                    context.read();
                }
            }, decoder, this);
        }

        Reader comes(byte... bytes) {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            return this;
        }

        Reader ends() {
            channel.endInput();
            return this;
        }

        boolean isFinished() {
            return isEnded && failure.isEmpty();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            text.append(bytes.toString(StandardCharsets.ISO_8859_1));
            bytes.release();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            isEnded |= event instanceof ChannelInputShutdownEvent;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failure = Optional.of((DialException) cause);
        }
    }
}
