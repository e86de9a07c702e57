package org.byway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;

class TextSetTest {
    @Test
    void neighboursWithTheSameTextsShareThem() {
        SequencedSet<String> first = TextSet.copyOf(of("friends", "fast"));
        assertThat(TextSet.copyOf(of("friends", "fast"))).isSameAs(first);
        assertThat(TextSet.copyOf(first)).isSameAs(first);
    }

    @Test
    void theOrderIsKeptAndEqualityIsThatOfSets() {
        SequencedSet<String> one = TextSet.copyOf(of("b", "a"));
        SequencedSet<String> other = TextSet.copyOf(of("a", "b"));
        assertThat(one).containsExactly("b", "a").isEqualTo(other).hasSameHashCodeAs(of("a", "b"));
        assertThat(other).containsExactly("a", "b");
        assertThat(one.reversed()).containsExactly("a", "b");
        assertThat(one.getLast()).isEqualTo("a");
    }

    @Test
    void itIsNeverChanged() {
        SequencedSet<String> texts = TextSet.copyOf(of("a"));
        assertThatThrownBy(() -> texts.add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> texts.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(texts::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(texts).containsExactly("a");
    }

    private static SequencedSet<String> of(String... texts) {
        return new LinkedHashSet<>(List.of(texts));
    }
}
