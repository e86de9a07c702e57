package org.byway.engine.pool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;

/** Finds what a person means by a word: a strategy, or an endpoint by its id or name. */
public final class Choice {
    private static final int MOST_NAMED = 5;
    private static final int FEW_SLIPS = 2;

    private Choice() {}

    /**
     * A strategy's text, {@code pinned:} with a name or an id, or these alone; a strategy's own word comes first.
     *
     * @throws UnclearChoiceException where nothing or more than one thing has this name
     */
    public static Strategy of(String text, EndpointList list) throws UnclearChoiceException {
        Optional<Strategy> named = Strategy.NAMED.stream().filter(it -> it.text().equals(text)).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        String name = text.startsWith(Strategy.PINNED) ? text.substring(Strategy.PINNED.length()) : text;
        return new Strategy.Pinned(entry(name.strip(), list).id());
    }

    private static ListEntry entry(String name, EndpointList list) throws UnclearChoiceException {
        List<Predicate<ListEntry>> ways = List.of(it -> it.id().text().equals(name), it -> it.name().equals(name),
                it -> it.name().equalsIgnoreCase(name));
        for (Predicate<ListEntry> way : ways) {
            List<ListEntry> found = list.entries().stream().filter(way).limit(MOST_NAMED + 1).toList();
            if (found.size() == 1) {
                return found.getFirst();
            } else if (found.size() > 1) {
                throw new UnclearChoiceException(name, true, names(found));
            }
        }
        throw new UnclearChoiceException(name, false,
                names(list.entries().stream().filter(it -> isNear(it.name(), name)).toList()));
    }

    /** With their ids, since the names may be the same. */
    private static List<String> names(List<ListEntry> entries) {
        return entries.stream().limit(MOST_NAMED).map(it -> it.name() + " (" + it.id() + ")").toList();
    }

    private static boolean isNear(String name, String asked) {
        String one = name.toLowerCase(Locale.ROOT);
        String other = asked.toLowerCase(Locale.ROOT);
        boolean isPart = !other.isEmpty() && (one.contains(other) || other.contains(one));
        return isPart || (Math.abs(one.length() - other.length()) <= FEW_SLIPS && slips(one, other) <= FEW_SLIPS);
    }

    /** Levenshtein's distance: letters put in, left out or mistaken. */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int mistaken = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(mistaken, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
