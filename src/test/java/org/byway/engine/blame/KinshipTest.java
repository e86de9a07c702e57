package org.byway.engine.blame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks5Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinshipTest {
    @ParameterizedTest
    @CsvSource({"10.1.2.3,10.1", "10.0.2.3,10.0", "255.254.1.1,255.254", "2001:db8:1::1,2001:db8", "2001::1,2001:0",
            "a.b.example,b.example", "b.example,b.example", "localhost,localhost", "x.shop.co.uk,shop.co.uk",
            "shop.co.uk,shop.co.uk", "a.gov.uk,a.gov.uk", "co.uk,co.uk", "a.b.host.de,host.de"})
    void networkIsWhatIsBlockedTogether(String host, String network) {
        assertThat(Kinship.network(new HostPort(host, 1))).isEqualTo(network);
    }

    @Test
    void protocolIsPartOfIt() {
        HostPort server = new HostPort("10.1.2.3", 443);
        Kinship shadowsocks = Kinship
                .of(new ShadowsocksEndpoint(server, ShadowsocksMethod.AES_256_GCM, Secret.of("x")));

        assertThat(shadowsocks.protocol()).isNotEqualTo(of("10.1.2.3", 443).protocol());
    }

    @Test
    void whatFewShareWeighsMost() {
        Kinship one = of("10.1.2.3", 443);
        Kinship sameServer = of("10.1.2.3", 444);
        Kinship sameNetwork = of("10.1.9.9", 444);
        Kinship sameProtocol = of("10.2.2.3", 444);
        Kinship samePort = Kinship.of(new HttpProxyEndpoint(new HostPort("10.2.2.3", 443), Optional.empty()));

        assertThat(one.likeness(sameServer)).isGreaterThan(one.likeness(sameNetwork));
        assertThat(one.likeness(sameNetwork)).isGreaterThan(one.likeness(sameProtocol));
        assertThat(one.likeness(sameProtocol)).isGreaterThan(one.likeness(samePort));
        assertThat(one.likeness(samePort)).isPositive();
    }

    private static Kinship of(String host, int port) {
        return Kinship.of(new Socks5Endpoint(new HostPort(host, port), Optional.empty()));
    }
}
