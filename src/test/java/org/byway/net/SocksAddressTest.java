package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.byway.model.Destination;
import org.byway.model.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocksAddressTest {
    @Property(tries = 500)
    void whatIsWrittenIsReadAgain(@ForAll("hosts") String host, @ForAll @IntRange(min = 1, max = 65535) int port) {
        Destination to = Destination.of(host, port);
        ByteBuf bytes = Unpooled.buffer();
        SocksAddress.write(to, bytes);

        assertThat(SocksAddress.length(bytes)).contains(bytes.readableBytes());
        assertThat(SocksAddress.read(bytes)).isEqualTo(to);
    }

    @Property(tries = 500)
    void anyDestinationThatCanExistCanBeWritten(@ForAll("paddedAddresses") String host) {
        ByteBuf bytes = Unpooled.buffer();
        try {
            SocksAddress.write(Destination.of(host, 1), bytes);
        } catch (InvalidValueException notADestination) {
            return;
        }
        assertThat(bytes.readableBytes()).isPositive();
    }

    @Property(tries = 1000)
    void randomBytesAreReadOrRefused(@ForAll @Size(max = 300) byte[] random) {
        ByteBuf bytes = Unpooled.wrappedBuffer(random);
        try {
            SocksAddress.length(bytes).filter(length -> length <= random.length).ifPresent(length -> {
                SocksAddress.read(bytes);
                assertThat(bytes.readerIndex()).isEqualTo(length);
            });
        } catch (InvalidValueException | SocksAddress.UnknownAddressTypeException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"example.org,443,030b6578616d706c652e6f726701bb", "1.2.3.4,80,01010203040050",
            "2001:db8::1,65535,0420010db8000000000000000000000001ffff"})
    void bytesAreThoseOfTheRfc(String host, int port, String hex) {
        ByteBuf bytes = Unpooled.buffer();
        SocksAddress.write(Destination.of(host, port), bytes);

        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(hex);
    }

    /** Some programs give an address as a name. */
    @ParameterizedTest
    @CsvSource({"0307312e322e332e340050,1.2.3.4", "03033a3a310050,::1"})
    void addressGivenAsNameIsAnAddress(String hex, String host) {
        Destination to = SocksAddress.read(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)));

        assertThat(to.host()).isEqualTo(host);
        assertThat(to.address().isAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"03000050", "03036100620050", "03022e2e0050", "0101020304" + "0000", "0303616263" + "0000",
            "0302c3280050" + ""})
    void whatCannotBeADestinationIsRefused(String hex) {
        ByteBuf bytes = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> SocksAddress.read(bytes));
    }

    @Example
    void nameOf255BytesFits() {
        ByteBuf bytes = Unpooled.buffer();
        SocksAddress.write(Destination.of("a".repeat(255), 1), bytes);

        assertThat(SocksAddress.read(bytes).host()).hasSize(255);
    }

    @Example
    void nonAsciiNameIsWrittenInAscii() {
        ByteBuf bytes = Unpooled.buffer();
        SocksAddress.write(Destination.of("пример.рф", 1), bytes);

        assertThat(SocksAddress.read(bytes).host()).isEqualTo("xn--e1afmkfd.xn--p1ai");
    }

    @Example
    void unknownTypeIsToldFromTooFewBytes() {
        assertThatExceptionOfType(SocksAddress.UnknownAddressTypeException.class)
                .isThrownBy(() -> SocksAddress.length(Unpooled.wrappedBuffer(new byte[]{2})));
        assertThat(SocksAddress.length(Unpooled.wrappedBuffer(new byte[]{3}))).isEmpty();
        assertThat(SocksAddress.length(Unpooled.EMPTY_BUFFER)).isEmpty();
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(255);
        Arbitrary<String> ipv4 = Arbitraries.integers().between(0, 255).list().ofSize(4)
                .map(parts -> String.join(".", parts.stream().map(String::valueOf).toList()));
        Arbitrary<String> ipv6 = Arbitraries.integers().between(0, 65535).map(Integer::toHexString).list().ofSize(8)
                .map(groups -> String.join(":", groups));
        return Arbitraries.oneOf(names, ipv4, ipv6);
    }

    @Provide
    Arbitrary<String> paddedAddresses() {
        return Arbitraries.strings().withChars("0128").ofMinLength(1).ofMaxLength(3).list().ofSize(4)
                .map(parts -> String.join(".", parts));
    }
}
