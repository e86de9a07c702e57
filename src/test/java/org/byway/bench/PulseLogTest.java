package org.byway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseLogTest {
    @Test
    void shortPulsesCountToo() {
        String printed = """

                [1 0ms:3ms][2 16ms:12ms]

                PULSE: 3 [33ms:61ms]
                T16 (0 +2ms): CSS Pass
                T19 (4 +57ms): Painting
                [4 16ms:5ms]""";
        assertThat(PulseLog.read(printed)).extracting(PulseLog.Pulse::millis).containsExactly(3, 12, 61, 5);
        assertThat(PulseLog.read(printed).get(2).parts()).startsWith("T16").endsWith("Painting");
    }
}
