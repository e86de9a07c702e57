package org.byway.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.byway.faulty.FaultyServer;
import org.byway.faulty.FaultyTunnel;
import org.byway.faulty.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Upstreams of two protocols at once, and whom a strike is for. */
@Timeout(60)
class NetworkTest {
    private final Site site = new Site(Network.addresses());
    private final Network network = new Network(Forwarder.BYWAY_WG_SOCKS.upstreams(), site);

    NetworkTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        network.close();
        site.close();
    }

    @Test
    void eachHasAnAddressOfItsOwn() {
        assertThat(network.upstreams()).extracting(it -> it.address().host()).containsExactly("127.1.0.1",
                "127.2.0.1", "127.3.0.1", "127.4.0.1");
        assertThat(network.upstreams().getFirst().link()).startsWith("wireguard://");
        assertThat(network.upstreams().getLast().link()).startsWith("socks5://");
    }

    @Test
    void siteIsFoundByItsAddressBeyondTunnelsToo() throws IOException {
        String host = Site.host(1);

        assertThat(site.find(Site.beyondTunnels(host), 1)).isEqualTo(site.find(host, 1));
        assertThat(Site.beyondTunnels(Site.host(0))).as("a name stays").isEqualTo(Site.host(0));
    }

    @Test
    void proxiesLiveWhereDatagramsAreBlocked() throws IOException {
        network.strike(new Temper.SilentAfter(Temper.Point.ACCEPTED), Fault.Target.DATAGRAMS);

        List<FaultyServer> proxies = network.upstreams().stream().filter(it -> !(it instanceof FaultyTunnel)).toList();
        assertThat(proxies).hasSize(2);
        for (FaultyServer each : proxies) {
            try (Browser browser = new Browser(each.address(), site.port())) {
                assertThat(browser.fetch(Site.host(0), 1000).failure()).isEmpty();
            }
        }
    }
}
