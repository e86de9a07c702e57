package org.byway.engine.blame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.byway.engine.blame.SharedFate.Outlook;
import org.byway.engine.health.Decay;
import org.byway.engine.reason.Symptom;
import org.byway.model.EndpointId;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.Test;

class SharedFateTest {
    private static final Symptom SILENT = new Symptom(Stage.CONNECT, Fault.SILENT);
    private static final Symptom REFUSED = new Symptom(Stage.CONNECT, Fault.REFUSED);
    private static final Instant NOW = Instant.EPOCH;

    private final SharedFate fate = new SharedFate(new Decay(Duration.ofMinutes(10)));

    @Test
    void neighbourOfOneThatFailedIsDoubtful() {
        fails("10.1", "socks5", SILENT);

        assertThat(outlook("10.1", "socks5")).isEqualTo(Outlook.DOUBTFUL);
        assertThat(outlook("10.2", "socks5")).isEqualTo(Outlook.CLEAR);
    }

    @Test
    void networkWithTwoEqualFailuresIsPoor() {
        fails("10.1", "socks5", SILENT);
        fails("10.1", "http", SILENT);

        assertThat(outlook("10.1", "shadowsocks")).isEqualTo(Outlook.POOR);
    }

    @Test
    void differentFailuresAreNoPattern() {
        fails("10.1", "socks5", SILENT);
        fails("10.1", "socks5", REFUSED);

        assertThat(outlook("10.1", "socks5")).isEqualTo(Outlook.DOUBTFUL);
    }

    @Test
    void oneThatFailsAgainIsStillOne() {
        EndpointId same = EndpointId.random();
        fate.failed(same, of("10.1", "socks5"), SILENT, NOW);
        fate.failed(same, of("10.1", "socks5"), SILENT, NOW);

        assertThat(outlook("10.1", "socks5")).isEqualTo(Outlook.DOUBTFUL);
    }

    @Test
    void oneSuccessClearsItsNetwork() {
        fails("10.1", "socks5", SILENT);
        fails("10.1", "socks5", SILENT);
        fate.worked(of("10.1", "http"), NOW);

        assertThat(outlook("10.1", "socks5")).isEqualTo(Outlook.CLEAR);
    }

    @Test
    void failuresFade() {
        fails("10.1", "socks5", SILENT);
        fails("10.1", "socks5", SILENT);

        assertThat(fate.outlook(of("10.1", "socks5"), NOW.plus(Duration.ofMinutes(10)))).isEqualTo(Outlook.DOUBTFUL);
        assertThat(fate.outlook(of("10.1", "socks5"), NOW.plus(Duration.ofHours(1)))).isEqualTo(Outlook.CLEAR);
    }

    @Test
    void protocolThatFailsInUnlikeNetworksIsPoorWhileAnotherWorks() {
        fate.worked(of("10.9", "shadowsocks"), NOW);
        fails("10.1", "socks5", SILENT);
        fails("10.2", "socks5", SILENT);
        fails("10.3", "socks5", SILENT);

        assertThat(outlook("10.4", "socks5")).isEqualTo(Outlook.POOR);
        assertThat(outlook("10.4", "shadowsocks")).isEqualTo(Outlook.CLEAR);
    }

    @Test
    void protocolIsNotToBlameWhereNothingWorks() {
        fails("10.1", "socks5", SILENT);
        fails("10.2", "socks5", SILENT);
        fails("10.3", "socks5", SILENT);

        assertThat(outlook("10.4", "socks5")).isEqualTo(Outlook.CLEAR);
    }

    /** A long list has dead servers of every protocol; those of the others say nothing once the one that worked is blocked. */
    @Test
    void protocolThatHasBegunToFailSaysNothingAgainstTheOthers() {
        fails("10.1", "http", SILENT);
        fails("10.2", "http", SILENT);
        fails("10.3", "http", SILENT);
        fate.worked(of("10.9", "socks5"), NOW);
        assertThat(outlook("10.4", "http")).isEqualTo(Outlook.POOR);
        fails("10.5", "socks5", REFUSED);
        fails("10.6", "socks5", REFUSED);
        fails("10.7", "socks5", REFUSED);

        assertThat(outlook("10.4", "http")).isEqualTo(Outlook.CLEAR);
    }

    @Test
    void protocolIsNotToBlameForOneNetwork() {
        fate.worked(of("10.9", "shadowsocks"), NOW);
        fails("10.1", "socks5", SILENT);
        fails("10.1", "socks5", SILENT);
        fails("10.1", "socks5", SILENT);

        assertThat(outlook("10.4", "socks5")).isEqualTo(Outlook.CLEAR);
    }

    private void fails(String network, String protocol, Symptom how) {
        fate.failed(EndpointId.random(), of(network, protocol), how, NOW);
    }

    private Outlook outlook(String network, String protocol) {
        return fate.outlook(of(network, protocol), NOW);
    }

    private static Kinship of(String network, String protocol) {
        return new Kinship(network, network + ".0.1", protocol, 443);
    }
}
