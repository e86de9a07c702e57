package org.byway.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class SecretTest {
    @Property(tries = 300)
    void neverPrintsItself(@ForAll @AlphaChars @StringLength(min = 1, max = 40) String text) {
        assertThat("" + Secret.of(text)).doesNotContain(text);
    }

    @Property(tries = 300)
    void revealsWhatItWasMadeOf(@ForAll String text) {
        assertThat(Secret.of(text).reveal()).isEqualTo(text);
    }

    @Example
    void equalsItsLikeOnly() {
        assertThat(Secret.of("one")).isEqualTo(Secret.of("one")).hasSameHashCodeAs(Secret.of("one"))
                .isNotEqualTo(Secret.of("two"));
    }

    @Example
    void printsTheSameWhateverItsLength() {
        assertThat(Secret.of("a").toString()).isEqualTo(Secret.of("a much longer one").toString());
    }
}
