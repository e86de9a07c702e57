package org.byway.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import org.byway.faulty.FaultyUpstream;
import org.byway.faulty.Socks5Speech;
import org.byway.faulty.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs, upstreams and sites fit together, and what goes wrong is told apart. */
@Timeout(30)
class BrowserTest {
    private final Site site = new Site(Set.of("127.0.0.1"));
    private final FaultyUpstream upstream = new FaultyUpstream("127.0.0.1", new Socks5Speech(), site, Duration.ZERO);
    private final Browser browser = new Browser(upstream.address(), site.port());

    BrowserTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        browser.close();
        upstream.close();
        site.close();
    }

    @Test
    void pageComesWholeByNameAndByAddress() {
        assertThat(browser.fetch(Site.host(0), 8 * 1024).failure()).isEmpty();
        assertThat(browser.fetch(Site.host(1), 1024 * 1024).failure()).isEmpty();
        assertThat(site.strangers()).isZero();
    }

    @Test
    void whoComesPastTheUpstreamsIsCounted() throws IOException {
        try (Socket direct = new Socket()) {
            direct.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.3"), 0));
            direct.connect(site.find(Site.host(1), site.port()));

            eventually("a stranger is counted", () -> site.strangers() == 1);
        }
    }

    @Test
    void pageThatIsCutHadItsFirstByte() throws IOException {
        upstream.become(new Temper.ResetAfter(16 * 1024));

        Fetch fetch = browser.fetch(Site.host(0), 1024 * 1024);

        assertThat(fetch.isWhole()).isFalse();
        assertThat(fetch.answered()).isNotZero();
    }

    @Test
    void pageThatIsRefusedHadNone() throws IOException {
        upstream.become(Temper.GENERAL_FAILURE);

        Fetch fetch = browser.fetch(Site.host(0), 10);

        assertThat(fetch.failure()).isEqualTo("reply 1");
        assertThat(fetch.answered()).isZero();
    }

    @Test
    void whatMustSurviveSurvivesAHealthyUpstream() throws IOException {
        Duration time = Duration.ofMillis(400);
        for (Survivor each : Survivor.values()) {
            try (Browser.Page page = browser.open(Site.host(0), Duration.ofSeconds(20))) {
                each.live(page, time);
            }
        }
        assertThat(upstream.accepted()).isEqualTo(Survivor.values().length);
    }
}
