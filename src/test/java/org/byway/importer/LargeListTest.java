package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byway.testing.CpuTime;
import org.junit.jupiter.api.Test;

class LargeListTest {
    @Test
    void hundredThousandLinesAreReadInTwoSeconds() throws Throwable {
        byte[] text = IntStream.range(0, 100_000).mapToObj(i -> "host-" + i + ".example:1080:user" + i + ":password")
                .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        Duration limit = Duration.ofSeconds(2);

        Duration took = CpuTime.least(limit, () -> assertThat(Importers.read(text, "s").entries()).hasSize(100_000));

        assertThat(took).isLessThan(limit);
    }
}
