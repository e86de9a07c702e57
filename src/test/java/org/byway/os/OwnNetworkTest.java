package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.model.network.NetworkIdentity;
import org.junit.jupiter.api.Test;

class OwnNetworkTest {
    private static final WayOut HOME = new WayOut("eth0", "192.0.2.1", Optional.of("02:fc:00:00:00:05"),
            "192.0.2.0/24");
    private static final WayOut TUNNEL = new WayOut("tun0", "0.0.0.0", Optional.empty(), "198.51.100.0/24");

    @Test
    void sameGatewayAndPrefixIsTheSameNetwork() {
        assertThat(at("salt", HOME)).isEqualTo(at("salt", HOME)).isInstanceOf(NetworkIdentity.Known.class);
    }

    @Test
    void otherGatewayIsAnotherNetwork() {
        WayOut other = new WayOut("eth0", "192.0.2.1", Optional.of("02:fc:00:00:00:06"), "192.0.2.0/24");

        assertThat(at("salt", other)).isNotEqualTo(at("salt", HOME));
    }

    @Test
    void otherPrefixIsAnotherNetwork() {
        WayOut other = new WayOut("eth0", "192.0.2.1", HOME.hardware(), "198.51.100.0/24");

        assertThat(at("salt", other)).isNotEqualTo(at("salt", HOME));
    }

    @Test
    void otherProfileGivesItAnotherHash() {
        assertThat(at("other", HOME)).isNotEqualTo(at("salt", HOME));
    }

    @Test
    void nothingOfItIsInTheHashOrInTheText() {
        NetworkIdentity.Known known = (NetworkIdentity.Known) at("salt", HOME);

        assertThat(known.hash()).hasSize(32).doesNotContain("fc0000");
        assertThat(known.toString()).doesNotContain(known.hash());
    }

    @Test
    void tunnelThatCoversEverythingDoesNotHideTheNetworkBelow() {
        assertThat(at("salt", TUNNEL, HOME)).isEqualTo(at("salt", HOME));
    }

    @Test
    void gatewayWithoutAHardwareAddressIsUnknown() {
        assertThat(at("salt", TUNNEL)).isEqualTo(new NetworkIdentity.Unknown());
    }

    @Test
    void computerWithoutAWayOutIsCutOff() {
        assertThat(at("salt")).isEqualTo(new NetworkIdentity.None());
    }

    @Test
    void wayOverAnInterfaceThatIsDownIsNone() {
        assertThat(new OwnNetwork(tables(List.of(HOME)), device -> false).look("salt").network())
                .isEqualTo(new NetworkIdentity.None());
    }

    @Test
    void systemThatDoesNotTellIsUnknown() {
        NetworkTables silent = new NetworkTables() {
            @Override
            public List<WayOut> waysOut() throws IOException {
                throw new IOException("not allowed");
            }

            @Override
            public Optional<Duration> sinceBoot() {
                return Optional.empty();
            }
        };

        assertThat(new OwnNetwork(silent, device -> true).look("salt").network())
                .isEqualTo(new NetworkIdentity.Unknown());
    }

    @Test
    void thisComputerAnswersTheSameTwice() {
        OwnNetwork here = new OwnNetwork(Surroundings.current());

        assertThat(here.look("salt").network()).isEqualTo(here.look("salt").network());
    }

    private static NetworkIdentity at(String salt, WayOut... ways) {
        return new OwnNetwork(tables(List.of(ways)), device -> true).look(salt).network();
    }

    private static NetworkTables tables(List<WayOut> ways) {
        return new NetworkTables() {
            @Override
            public List<WayOut> waysOut() {
                return ways;
            }

            @Override
            public Optional<Duration> sinceBoot() {
                return Optional.empty();
            }
        };
    }
}
