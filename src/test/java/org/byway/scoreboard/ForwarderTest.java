package org.byway.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.byway.faulty.FaultyTunnel;
import org.junit.jupiter.api.Test;

/** Which fault is struck at which forwarder's upstreams. */
class ForwarderTest {
    @Test
    void everyFaultIsStruckAtSomebody() {
        assertThat(Fault.ALL).allSatisfy(
                fault -> assertThat(Arrays.stream(Forwarder.values()).filter(it -> it.bears(fault))).isNotEmpty());
    }

    @Test
    void faultsOfDatagramsAreTunnelsAlone() {
        for (String each : List.of("restarted", "moved", "long-dropped", "loss-10")) {
            assertThat(bearing(each)).containsExactly(Forwarder.BYWAY_WG);
        }
    }

    @Test
    void tunnelsHaveNoneOfTheFaultsOfASingleStream() {
        assertThat(bearing("freeze-16")).contains(Forwarder.BYWAY, Forwarder.BYWAY_SS)
                .doesNotContain(Forwarder.BYWAY_WG);
        assertThat(bearing("silence")).contains(Forwarder.BYWAY, Forwarder.BYWAY_WG);
    }

    @Test
    void listOfTwoProtocolsIsForTheFaultThatStrikesOneOfThem() {
        assertThat(bearing("udp-blocked")).containsExactly(Forwarder.BYWAY_WG_SOCKS);
        assertThat(Fault.ALL.stream().filter(Forwarder.BYWAY_WG_SOCKS::bears)).hasSize(1);
        assertThat(Forwarder.BYWAY_WG_SOCKS.upstreams()).hasSize(Network.UPSTREAMS)
                .filteredOn(FaultyTunnel.KIND::equals).hasSize(2);
    }

    private static List<Forwarder> bearing(String fault) {
        Fault struck = Fault.ALL.stream().filter(it -> it.name().equals(fault)).findFirst().orElseThrow();
        return Arrays.stream(Forwarder.values()).filter(it -> it.bears(struck)).toList();
    }
}
