package org.byway.model;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * A few texts, each once and in their order, never changed. A list has such a set for each of its entries, and neighbours
 * nearly always have the same one: it is then shared.
 */
final class TextSet extends AbstractSet<String> implements SequencedSet<String> {
    private static final TextSet EMPTY = new TextSet(new String[0]);

    private static volatile TextSet latest = EMPTY;

    private final String[] texts;

    private TextSet(String[] texts) {
        this.texts = texts;
    }

    static SequencedSet<String> copyOf(SequencedSet<String> texts) {
        if (texts instanceof TextSet made) {
            return made;
        } else if (texts.isEmpty()) {
            return EMPTY;
        }
        TextSet before = latest;
        if (before.isLike(texts)) {
            return before;
        }
        TextSet made = new TextSet(texts.toArray(String[]::new));
        latest = made;
        return made;
    }

    /** With the same order. */
    private boolean isLike(SequencedSet<String> others) {
        if (others.size() != texts.length) {
            return false;
        }
        int at = 0;
        for (String other : others) {
            if (!other.equals(texts[at++])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterator<String> iterator() {
        return Collections.unmodifiableList(Arrays.asList(texts)).iterator();
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public SequencedSet<String> reversed() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(Arrays.asList(texts).reversed()));
    }
}
