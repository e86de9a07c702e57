package org.byway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.byway.model.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTableTest {
    private static final CountryTable BUNDLED = CountryTable.bundled();

    @ParameterizedTest
    @CsvSource({"5.9.1.1, DE", "77.88.8.8, RU", "8.8.8.8, US", "133.242.1.1, JP", "202.96.1.1, CN",
            "2a01:4f8::1, DE", "2001:200::1, JP"})
    void addressesOfTheBundledTableAreWhereTheyAreRegistered(String address, String country) {
        assertThat(BUNDLED.of(new HostPort(address, 443))).contains(new Country(country));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "10.1.2.3", "192.168.0.1", "::1", "fd00::1", "0.0.0.0", "255.255.255.255", "example.org"})
    void privateAddressesAndNamesAreNowhere(String host) {
        assertThat(BUNDLED.of(new HostPort(host, 443))).isEmpty();
    }

    @Test
    void everyRangeBeginsAndEndsWhereTheListSays() throws IOException {
        byte[] made = new CountryTableMaker().make(
                List.of("16777216,16777471,AU", "16777472,16778239,AU", "16778240,16779263,NL"),
                List.of("42540528726795050063891204319802818560,42540528806023212578155541913346768895,JP"));
        CountryTable table = CountryTable.read(new ByteArrayInputStream(made));
        assertThat(table.of(new HostPort("0.255.255.255", 1))).isEmpty();
        assertThat(table.of(new HostPort("1.0.0.0", 1))).contains(new Country("AU"));
        assertThat(table.of(new HostPort("1.0.3.255", 1))).contains(new Country("AU"));
        assertThat(table.of(new HostPort("1.0.4.0", 1))).contains(new Country("NL"));
        assertThat(table.of(new HostPort("1.0.7.255", 1))).contains(new Country("NL"));
        assertThat(table.of(new HostPort("1.0.8.0", 1))).isEmpty();
        assertThat(table.of(new HostPort("2001:200::", 1))).contains(new Country("JP"));
        assertThat(table.of(new HostPort("2001:1ff:ffff::", 1))).isEmpty();
    }
}
