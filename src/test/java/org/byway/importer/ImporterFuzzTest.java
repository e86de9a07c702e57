package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.byway.testing.FuzzContract;

/** A file, whatever it holds: lines, share links, a body in base64, another program's file, or nothing of the kind. */
class ImporterFuzzTest implements FuzzContract {
    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        for (LineVerdict verdict : Importers.read(bytes, "s").verdicts()) {
            assertThat(verdict.line()).isPositive();
            if (verdict instanceof LineVerdict.Read read) {
                ShareLinks.write(read.entry())
                        .ifPresent(link -> assertThat(Importers.read(link.reveal(), "s").entries())
                                .as("its own link, read again").singleElement()
                                .satisfies(again -> assertThat(again.endpoint()).isEqualTo(read.entry().endpoint())));
            }
        }
    }
}
