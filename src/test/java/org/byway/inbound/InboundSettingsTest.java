package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.byway.os.OpenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundSettingsTest {
    /** The limit of open files, and how many programs are served. */
    @ParameterizedTest
    @CsvSource({"1,32", "256,32", "1024,256", "4096,1792", "20512,10000", "1048576,16384"})
    void twoDescriptorsAreReckonedForEachConnection(long openFiles, int connections) {
        assertThat(InboundSettings.mostConnections(OptionalLong.of(openFiles))).isEqualTo(connections);
    }

    @Test
    void systemWithoutALimitServesTheMost() {
        assertThat(InboundSettings.mostConnections(OptionalLong.empty())).isEqualTo(16_384);
    }

    @Test
    void limitOfThisProcessIsKnownWhereThereIsOne() {
        OptionalLong openFiles = OpenFiles.most();

        assertThat(openFiles.orElse(1)).isPositive();
    }
}
