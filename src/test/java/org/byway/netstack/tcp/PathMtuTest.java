package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpRoute;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of paths that swallow large packets. */
class PathMtuTest {
    private static final int FULL = 1_380;

    private final TestScheduler time = new TestScheduler();
    private final PathMtu paths = new PathMtu(1_420, time.loop().ticker());

    @AfterEach
    void close() {
        time.close();
    }

    private static IpRoute to(String address) {
        return new IpRoute(IpAddress.of(InetAddress.ofLiteral("10.8.0.2")),
                IpAddress.of(InetAddress.ofLiteral(address)));
    }

    @Test
    void onePlaceThatSwallowsIsItsOwn() {
        paths.vanishing(to("198.51.100.7"));
        paths.vanishing(to("198.51.100.7"));

        assertThat(paths.segmentBytes(to("198.51.100.7"))).isEqualTo(PathMtu.CAREFUL_SEGMENT);
        assertThat(paths.segmentBytes(to("198.51.100.8"))).isEqualTo(FULL);
    }

    @Test
    void twoPlacesAreTheTunnels() {
        paths.vanishing(to("198.51.100.7"));
        paths.vanishing(to("198.51.100.8"));

        assertThat(paths.segmentBytes(to("203.0.113.9"))).isEqualTo(PathMtu.CAREFUL_SEGMENT);
        time.advance(Duration.ofMinutes(11));
        assertThat(paths.segmentBytes(to("203.0.113.9"))).isEqualTo(FULL);
    }

    @Test
    void twoPlacesAtTimesFarApartAreTwo() {
        paths.vanishing(to("198.51.100.7"));
        time.advance(Duration.ofMinutes(11));
        paths.vanishing(to("198.51.100.8"));

        assertThat(paths.segmentBytes(to("203.0.113.9"))).isEqualTo(FULL);
        assertThat(paths.segmentBytes(to("198.51.100.8"))).isEqualTo(PathMtu.CAREFUL_SEGMENT);
    }

    @Test
    void whatARouterSaidIsNotMadeLarger() {
        paths.lower(to("198.51.100.7"), 700);
        paths.vanishing(to("198.51.100.7"));

        assertThat(paths.segmentBytes(to("198.51.100.7"))).isEqualTo(660);
    }
}
