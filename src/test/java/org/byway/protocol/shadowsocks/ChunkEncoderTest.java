package org.byway.protocol.shadowsocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Read back by the server's side of the tests. */
class ChunkEncoderTest {
    private static final ShadowsocksMethod METHOD = ShadowsocksMethod.CHACHA20_IETF_POLY1305;
    private static final String ADDRESS = "0309612e6578616d706c6501bb"; // a.example:443

    private final TestScheduler time = new TestScheduler();

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @ParameterizedTest
    @EnumSource(ShadowsocksMethod.class)
    void addressAndFirstBytesLeaveInOneWrite(ShadowsocksMethod method) throws IOException {
        EmbeddedDuplex channel = channel(method);
        channel.writeOutbound(bytes("hello"));

        List<byte[]> writes = writes(channel);
        assertThat(writes).hasSize(1);
        assertThat(opened(method, writes)).containsExactly(ADDRESS + "68656c6c6f");
    }

    @Test
    void nothingLeavesBeforeTheFirstBytes() {
        EmbeddedDuplex channel = channel(METHOD);
        channel.flush();
        time.advance(ChunkEncoder.FIRST_BYTES.minusMillis(1));

        assertThat(writes(channel)).isEmpty();
    }

    @Test
    void addressLeavesAloneWhereTheProgramStaysSilent() throws IOException {
        EmbeddedDuplex channel = channel(METHOD);
        time.advance(ChunkEncoder.FIRST_BYTES);

        assertThat(opened(METHOD, writes(channel))).containsExactly(ADDRESS);
    }

    @Test
    void addressLeavesOnceHoweverLongItTakes() throws IOException {
        EmbeddedDuplex channel = channel(METHOD);
        time.advance(ChunkEncoder.FIRST_BYTES);
        channel.writeOutbound(bytes("hello"));
        time.advance(Duration.ofMinutes(1));

        assertThat(opened(METHOD, writes(channel))).containsExactly(ADDRESS, "68656c6c6f");
    }

    /** The relay's mark before an end of stream. */
    @Test
    void programThatFinishesWithoutAWordStillGetsItsDestination() throws IOException {
        EmbeddedDuplex channel = channel(METHOD);
        channel.writeOutbound(Unpooled.EMPTY_BUFFER);
        assertThat(opened(METHOD, writes(channel))).containsExactly(ADDRESS);
        channel.writeOutbound(Unpooled.EMPTY_BUFFER);

        assertThat(writes(channel)).allMatch(it -> it.length == 0);
    }

    @Test
    void longWriteIsCutAtTheCapIntoOneBuffer() throws IOException {
        EmbeddedDuplex channel = channel(METHOD);
        channel.writeOutbound(Unpooled.wrappedBuffer(new byte[50_000]));

        List<byte[]> writes = writes(channel);
        assertThat(writes).hasSize(1);
        assertThat(opened(METHOD, writes)).map(it -> it.length() / 2).containsExactly(0x3fff, 0x3fff, 0x3fff,
                50_000 + 13 - 3 * 0x3fff);
    }

    @Test
    void saltIsNeverTheSame() {
        byte[] one = writes(sent()).getFirst();
        byte[] other = writes(sent()).getFirst();

        assertThat(Arrays.copyOf(one, 32)).isNotEqualTo(Arrays.copyOf(other, 32));
    }

    private EmbeddedDuplex sent() {
        EmbeddedDuplex channel = channel(METHOD);
        channel.writeOutbound(bytes("x"));
        return channel;
    }

    private EmbeddedDuplex channel(ShadowsocksMethod method) {
        ShadowsocksEndpoint endpoint = new ShadowsocksEndpoint(new HostPort("h", 1), method, Secret.of("barfoo!"));
        EmbeddedDuplex channel = time.channel();
        channel.pipeline().addLast(
                new ChunkEncoder(MasterKey.of(endpoint), new Salts(), Destination.of("a.example", 443)));
        return channel;
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static List<byte[]> writes(EmbeddedDuplex channel) {
        List<byte[]> writes = new ArrayList<>();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            byte[] copy = new byte[out.readableBytes()];
            out.readBytes(copy).release();
            writes.add(copy);
        }
        return writes;
    }

    /** Every chunk's payload. */
    private static List<String> opened(ShadowsocksMethod method, List<byte[]> writes) throws IOException {
        byte[] all = writes.stream().reduce(new byte[0], PeerCipher::joined);
        PeerCipher peer = new PeerCipher(method, "barfoo!", Arrays.copyOf(all, method.keyBytes()));
        List<String> chunks = new ArrayList<>();
        for (int at = method.keyBytes(); at < all.length;) {
            byte[] length = peer.open(Arrays.copyOfRange(all, at, at + 18));
            int sealed = ((length[0] & 0xff) << 8 | (length[1] & 0xff)) + 16;
            chunks.add(HexFormat.of().formatHex(peer.open(Arrays.copyOfRange(all, at + 18, at + 18 + sealed))));
            at += 18 + sealed;
        }
        return chunks;
    }
}
