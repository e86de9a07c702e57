package org.byway.protocol.shadowsocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.net.DialException;
import org.byway.testing.CountedBuffers;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FuzzContract;
import org.byway.testing.TestScheduler;

/**
 * What a Shadowsocks server sends. The first byte says which method, and where what follows is split; no bytes but those
 * that were sealed with the key, in their order, are ever passed on.
 */
class SealedBytesFuzzTest implements FuzzContract {
    private static final List<ShadowsocksMethod> METHODS = List.of(ShadowsocksMethod.AES_128_GCM,
            ShadowsocksMethod.AES_256_GCM, ShadowsocksMethod.CHACHA20_IETF_POLY1305);
    private static final int PIECE = 0x3f;
    /** All that was ever sealed for the stored inputs. */
    private static final String SEALED = "0123456789abcdefghij";

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        ShadowsocksMethod method = METHODS.get(((bytes[0] & 0xff) >> 6) % METHODS.size());
        CountedBuffers buffers = new CountedBuffers();
        try (TestScheduler time = new TestScheduler()) {
            EmbeddedDuplex channel = time.channel();
            channel.config().setAllocator(buffers.allocator());
            channel.pipeline().addLast(new ChunkDecoder(MasterKey.of(new ShadowsocksEndpoint(
                    new HostPort("server.example", 8388), method, Secret.of("barfoo!"))), new Salts()));
            int piece = Math.max(1, bytes[0] & PIECE);
            DialException failure = null;
            for (int at = 1; at < bytes.length && channel.isOpen(); at += piece) {
                try {
                    channel.writeInbound(buffers.of(bytes, at, Math.min(bytes.length, at + piece)));
                } catch (Exception told) {
                    assertThat(told).isInstanceOf(DialException.class);
                    failure = (DialException) told;
                }
            }
            StringBuilder opened = new StringBuilder();
            for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
                opened.append(part.toString(StandardCharsets.ISO_8859_1));
                part.release();
            }

            assertThat(SEALED).startsWith(opened.toString());
            assertThat(channel.isOpen()).isEqualTo(failure == null);
        }
        buffers.requireNone();
    }
}
