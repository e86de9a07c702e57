package org.byway.protocol.shadowsocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.net.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedPacketHandlerTest {
    private static final HostPort SERVER = new HostPort("server.example", 8388);
    private static final Destination DNS = Destination.of("dns.example", 53);

    @ParameterizedTest
    @EnumSource(ShadowsocksMethod.class)
    void whatIsSealedIsOpenedByTheSameKey(ShadowsocksMethod method) {
        EmbeddedChannel channel = channel(method, "barfoo!");
        Packet sealed = seal(channel, "ask");

        assertThat(sealed.peer()).isEqualTo(new Destination(SERVER));
        assertThat(sealed.content().readableBytes()).isEqualTo(method.keyBytes() + 15 + 3 + 16);
        channel.writeInbound(sealed);
        Packet opened = channel.readInbound();
        assertThat(opened.peer()).isEqualTo(DNS);
        assertThat(opened.content().toString(StandardCharsets.US_ASCII)).isEqualTo("ask");
        opened.release();
    }

    @Test
    void saltIsFreshForEachDatagram() {
        EmbeddedChannel channel = channel(ShadowsocksMethod.AES_256_GCM, "barfoo!");
        Packet one = seal(channel, "ask");
        Packet two = seal(channel, "ask");

        assertThat(ByteBufUtil.hexDump(one.content(), 0, 32)).isNotEqualTo(ByteBufUtil.hexDump(two.content(), 0, 32));
        one.release();
        two.release();
    }

    @Test
    void everyChangedByteIsDropped() {
        EmbeddedChannel channel = channel(ShadowsocksMethod.CHACHA20_IETF_POLY1305, "barfoo!");
        Packet sealed = seal(channel, "ask");
        for (int i = 0; i < sealed.content().readableBytes(); i++) {
            ByteBuf changed = sealed.content().copy();
            changed.setByte(i, changed.getByte(i) ^ 1);
            channel.writeInbound(new Packet(sealed.peer(), changed));
        }

        assertThat(channel.<Object>readInbound()).isNull();
        sealed.release();
    }

    @Test
    void everyCutIsDropped() {
        EmbeddedChannel channel = channel(ShadowsocksMethod.AES_128_GCM, "barfoo!");
        Packet sealed = seal(channel, "ask");
        for (int i = 0; i < sealed.content().readableBytes(); i++) {
            channel.writeInbound(new Packet(sealed.peer(), sealed.content().copy(0, i)));
        }

        assertThat(channel.<Object>readInbound()).isNull();
        sealed.release();
    }

    @Test
    void anotherKeysDatagramIsDropped() {
        EmbeddedChannel channel = channel(ShadowsocksMethod.AES_256_GCM, "another");
        channel.writeInbound(seal(channel(ShadowsocksMethod.AES_256_GCM, "barfoo!"), "ask"));

        assertThat(channel.<Object>readInbound()).isNull();
    }

    private static EmbeddedChannel channel(ShadowsocksMethod method, String password) {
        MasterKey master = MasterKey.of(new ShadowsocksEndpoint(SERVER, method, Secret.of(password)));
        return new EmbeddedChannel(new SealedPacketHandler(master, new Destination(SERVER)));
    }

    private static Packet seal(EmbeddedChannel channel, String text) {
        channel.writeOutbound(new Packet(DNS, Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII)));
        return channel.readOutbound();
    }
}
