package org.byway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortTest {
    private static final int PORT = 443;

    @Property(tries = 500)
    void whatIsPrintedIsReadAgain(@ForAll("hosts") String host, @ForAll @IntRange(min = 1, max = 65535) int port) {
        HostPort value = new HostPort(host, port);

        assertThat(HostPort.parse(value.toString())).isEqualTo(value);
    }

    @Property(tries = 2000)
    void randomTextIsReadOrRefusedWithAProblem(@ForAll @StringLength(max = 300) String text) {
        readOrRefuse(() -> HostPort.parse(text));
    }

    @Property(tries = 2000)
    void randomHostIsTakenOrRefusedWithAProblem(@ForAll @StringLength(max = 300) String host) {
        readOrRefuse(() -> new HostPort(host, PORT));
    }

    @Property(tries = 2000)
    void almostAnAddressIsReadOrRefusedWithAProblem(@ForAll("almostAddresses") String text) {
        readOrRefuse(() -> HostPort.parse(text));
    }

    /** What is taken must be a fixed point: else two equal servers would be two entries. */
    @Property(tries = 2000)
    void whatIsTakenIsCanonical(@ForAll("almostAddresses") String host) {
        try {
            HostPort once = new HostPort(host, PORT);
            assertThat(new HostPort(once.host(), PORT)).isEqualTo(once);
        } catch (InvalidValueException refused) {
            assertThat(refused.problem()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:0:0:0:0:0:1,2001:db8::1", "2001:0DB8::0001,2001:db8::1", "0:0:0:0:0:0:0:1,::1",
            "0:0:0:0:0:0:0:0,::", "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
            "2001:0:0:1:0:0:0:1,2001:0:0:1::1", "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
            "fe80:0:0:0:0:0:0:0,fe80::", "0:0:0:0:1:0:0:0,::1:0:0:0", "1:0:0:0:0:0:0:0,1::",
            "::ffff:192.0.2.1,192.0.2.1", "64:ff9b::192.0.2.33,64:ff9b::c000:221"})
    void ipv6IsWrittenAsRfc5952Says(String given, String canonical) {
        assertThat(new HostPort(given, PORT).host()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"example.org:443,example.org,443", "EXAMPLE.org:1,example.org,1", "[::1]:65535,::1,65535",
            "1.2.3.4:80,1.2.3.4,80", "bücher.example:80,xn--bcher-kva.example,80",
            "_dmarc.example:53,_dmarc.example,53"})
    void hostAndPortAreRead(String text, String host, int port) {
        assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port));
        assertThat(HostPort.parse(text).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"example.org,NO_PORT", "example.org:,NO_PORT", ":80,NO_HOST", "example.org:0,BAD_PORT",
            "example.org:65536,BAD_PORT", "example.org:+80,BAD_PORT", "example.org:080808,BAD_PORT",
            "::1:80,IPV6_WITHOUT_BRACKETS", "[fe80::1%eth0]:80,IPV6_WITH_ZONE", "[::1::]:80,BAD_IPV6", "[]:80,NO_HOST",
            "...:80,BAD_HOST", "a b:80,BAD_HOST", "user@host:80,BAD_HOST", "[example.org:80,BAD_HOST"})
    void whatCannotBeOneIsRefusedWithItsProblem(String text, Problem problem) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> HostPort.parse(text))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Example
    void nulInNameIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HostPort("a\0b", PORT));
    }

    @Example
    void longestNameOfSocksIsTaken() {
        assertThat(new HostPort("a".repeat(255), PORT).host()).hasSize(255);
    }

    @Example
    void longerNameThanSocksCarriesIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new HostPort("a".repeat(256), PORT));
    }

    @Example
    void refusalDoesNotRepeatTheValue() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> HostPort.parse("user:hunter2@host:x"))
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("hunter2"));
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> label = Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> names = label.list().ofMinSize(1).ofMaxSize(5).map(labels -> "n" + String.join(".", labels));
        Arbitrary<String> ipv4 = Arbitraries.integers().between(0, 255).list().ofSize(4)
                .map(parts -> String.join(".", parts.stream().map(String::valueOf).toList()));
        Arbitrary<String> group = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, Arbitraries.just("0")),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 65535).map(Integer::toHexString)));
        Arbitrary<String> ipv6 = group.list().ofSize(8).map(groups -> String.join(":", groups));
        return Arbitraries.oneOf(names, ipv4, ipv6);
    }

    /** Digits, dots, colons, brackets and letters that look like an address to a careless eye. */
    @Provide
    Arbitrary<String> almostAddresses() {
        Arbitrary<String> soup = Arbitraries.strings().withChars("0123456789abcdefx.:[]%。ßЖ‍").ofMaxLength(24);
        Arbitrary<String> padded = Arbitraries.strings().withChars("0128").ofMinLength(1).ofMaxLength(3).list()
                .ofSize(4)
                .map(parts -> String.join(".", parts));
        return Combinators.combine(Arbitraries.oneOf(soup, padded), Arbitraries.of("", ":1", ":65535"))
                .as(String::concat);
    }

    private static void readOrRefuse(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidValueException refused) {
            assertThat(refused.problem()).isNotNull();
        }
    }
}
