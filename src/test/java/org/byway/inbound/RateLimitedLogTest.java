package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final RateLimitedLog log = new RateLimitedLog(ticker);

    @Test
    void floodIsAFewLinesAndThenANumber() {
        try (SecretsInLog written = new SecretsInLog()) {
            for (int i = 0; i < 1000; i++) {
                log.closing("it said nothing");
            }
            assertThat(written.text().lines()).hasSize(RateLimitedLog.MOST_LINES)
                    .allMatch("closing a local connection: it said nothing"::equals);

            ticker.advance(1, TimeUnit.SECONDS);
            log.closing("again");
            assertThat(written.text().lines()).hasSize(RateLimitedLog.MOST_LINES + 2).last()
                    .isEqualTo("closing a local connection: again");
            assertThat(written.text()).contains(1000 - RateLimitedLog.MOST_LINES + " more lines");
        }
    }

    @Test
    void aFewLinesASecondAreAllWritten() {
        try (SecretsInLog written = new SecretsInLog()) {
            for (int i = 0; i < 50; i++) {
                log.closing("number " + i);
                ticker.advance(200, TimeUnit.MILLISECONDS);
            }
            assertThat(written.text().lines()).hasSize(50);
        }
    }
}
