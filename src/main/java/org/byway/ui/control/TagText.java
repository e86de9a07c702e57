package org.byway.ui.control;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Tags as one line of text, with commas between them as people of several languages write them. */
public final class TagText {
    private TagText() {}

    public static SequencedSet<String> read(String text) {
        return Arrays.stream(text.split("[,،，;]", -1)).map(String::strip).filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static String write(Collection<String> tags) {
        return String.join(", ", tags);
    }
}
