package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.byway.bench.Chain;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More connections than the system has descriptors for. */
@Tag("real")
@Timeout(120)
class DescriptorExhaustionTest {
    private static final int DESCRIPTORS = 256;
    private static final int CROWD = 600;
    private static final int MOST_LOG_LINES_A_SECOND = 20;

    @TempDir
    Path folder = Path.of("");

    @Test
    void crowdIsRefusedWithoutDyingOrSpinningAndServiceGoesOn() throws Exception {
        try (CrowdedByway world = new CrowdedByway(folder, DESCRIPTORS)) {
            Chain chain = world.byway.chain();
            try (Crowd crowd = world.crowd().grow(CROWD, CrowdedByway.REQUEST)) {
                TimeUnit.SECONDS.sleep(1); // the crowd has arrived
                Duration before = chain.cpu();
                TimeUnit.SECONDS.sleep(3);

                assertThat(chain.cpu().minus(before)).as("processor time of 3 s").isLessThan(Duration.ofSeconds(1));
                assertThat(chain.proxy().isAlive()).isTrue();
                assertThat(crowd.answeredWith(Duration.ofMillis(100), (byte) 5, (byte) 0, (byte) 5, (byte) 1))
                        .as("refused").isPositive();
                world.requireUndisturbed();
            }
            world.requireRecovered();
        }
        assertThat(Files.readAllLines(folder.resolve("byway.log"))).hasSizeLessThan(60 * MOST_LOG_LINES_A_SECOND);
    }

    @Test
    void silentCrowdThatTakesTheLastDescriptorDoesNotStopServiceForGood() throws Exception {
        try (CrowdedByway world = new CrowdedByway(folder, DESCRIPTORS)) {
            Chain chain = world.byway.chain();
            try (Crowd crowd = world.crowd()) {
                crowd.grow(CROWD);
                TimeUnit.SECONDS.sleep(1); // the crowd has arrived
                Duration before = chain.cpu();
                TimeUnit.SECONDS.sleep(3);

                assertThat(chain.cpu().minus(before)).as("processor time of 3 s").isLessThan(Duration.ofSeconds(1));
                world.requireUndisturbed();
            }
            world.requireRecovered();
        }
    }
}
