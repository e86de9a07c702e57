package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocksDatagramTest {
    private static final String HEADER = "00000003096c6f63616c686f73740035";

    static IntStream shorterThanTheHeader() {
        return IntStream.range(0, HEADER.length() / 2);
    }

    @ParameterizedTest
    @CsvSource({"localhost, 53, 00000003096c6f63616c686f737400356869", "1.2.3.4, 80, 0000000101020304005068" + "69",
            "2001:db8::1, 65535, 0000000420010db8000000000000000000000001ffff6869"})
    void addressStandsBeforeThePayload(String host, int port, String bytes) {
        Packet packet = new Packet(Destination.of(host, port), Unpooled.copiedBuffer("hi", StandardCharsets.US_ASCII));
        ByteBuf written = SocksDatagram.write(packet, ByteBufAllocator.DEFAULT);

        assertThat(ByteBufUtil.hexDump(written)).isEqualTo(bytes);
        assertThat(SocksDatagram.read(written)).contains(packet);
        written.release(2);
    }

    @Test
    void emptyPayloadIsADatagramToo() {
        assertThat(read(HEADER)).hasValueSatisfying(packet -> assertThat(packet.content().isReadable()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("shorterThanTheHeader")
    void cutHeaderIsNoDatagram(int bytes) {
        assertThat(read(HEADER.substring(0, 2 * bytes))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000103096c6f63616c686f73740035", "00008003096c6f63616c686f73740035", // FRAG
            "00000002096c6f63616c686f73740035", "000000010102030400006869", "00000003000035"})
    void fragmentOrNoAddressIsNoDatagram(String bytes) {
        assertThat(read(bytes)).isEmpty();
    }

    private static Optional<Packet> read(String hex) {
        return SocksDatagram.read(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)));
    }
}
