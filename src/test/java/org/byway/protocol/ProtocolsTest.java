package org.byway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;
import org.byway.net.Deadlines;
import org.byway.net.ServerDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.net.Upstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolsTest {
    private static final HostPort SERVER = new HostPort("server.example", 1080);

    private static final String KEY = "YHPCpGMQT3BRYbGkuMQTPfQDLBCLvl5BVNNTtPZ5Ak4=";

    static Stream<Endpoint> everyKind() {
        return Stream.of(new Socks5Endpoint(SERVER, Optional.empty()), new HttpProxyEndpoint(SERVER, Optional.empty()),
                new Socks4Endpoint(SERVER, Optional.empty(), true),
                new ShadowsocksEndpoint(SERVER, ShadowsocksMethod.AES_256_GCM, Secret.of("password")),
                new WireGuardEndpoint(Secret.of(KEY), List.of(AddressBlock.parse("10.0.0.2/32")), List.of(), 1420,
                        List.of(new WireGuardPeer(SERVER, KEY, Optional.empty(),
                                List.of(AddressBlock.parse("0.0.0.0/0")), Optional.empty(), Optional.empty())),
                        Optional.empty()),
                new UnsupportedEndpoint(SERVER, "other", Secret.of("other://server.example")));
    }

    @Test
    void everyKindIsTriedHere() {
        assertThat(everyKind().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(Endpoint.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void upstreamCarriesDatagramsWhereItsEndpointSaysSo(Endpoint endpoint) {
        Deadlines deadlines = Deadlines.DEFAULT;
        Upstream upstream = new Protocols(deadlines, () -> {
            throw new IllegalStateException("nothing is dialled");
        }).create(endpoint, new ServerDialer(deadlines.connect()),
                new ServerPacketDialer());

        assertThat(upstream.packets().isPresent()).isEqualTo(endpoint.carriesPackets());
    }
}
