package org.byway.model;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.byway.model.endpoint.Endpoint;

/**
 * One entry of the list as a person sees and edits it.
 *
 * @param sources where the entry came from, as words for people (a file name, a host, "pasted"); never a secret
 * @param unknown fields that a foreign format or a newer Byway gave and this one does not read, kept as they came
 */
public record ListEntry(EndpointId id, Endpoint endpoint, String name, SequencedSet<String> tags, boolean isPinned,
        SequencedSet<String> sources, Map<String, String> unknown) {
    public ListEntry {
        name = name.isBlank() ? endpoint.server().toString() : name.strip();
        tags = TextSet.copyOf(tags);
        sources = TextSet.copyOf(sources);
        unknown = Map.copyOf(unknown);
    }

    /** A new entry with an id of its own; a blank name becomes {@code host:port}. */
    public static ListEntry of(Endpoint endpoint, String name, String source) {
        return new ListEntry(EndpointId.random(), endpoint, name, noText(), false, setOf(source), Map.of());
    }

    /** The same entry, known to come from the other's sources too and to carry its tags. */
    public ListEntry mergedWith(ListEntry same) {
        return new ListEntry(id, endpoint, name, union(tags, same.tags), isPinned || same.isPinned,
                union(sources, same.sources), unknown);
    }

    public ListEntry withName(String other) {
        return new ListEntry(id, endpoint, other, tags, isPinned, sources, unknown);
    }

    public ListEntry withEndpoint(Endpoint other) {
        return new ListEntry(id, other, name, tags, isPinned, sources, unknown);
    }

    public ListEntry withTags(SequencedSet<String> others) {
        return new ListEntry(id, endpoint, name, others, isPinned, sources, unknown);
    }

    /** The same entry, known to come from there too. */
    public ListEntry withSource(String source) {
        return new ListEntry(id, endpoint, name, tags, isPinned, union(sources, Set.of(source)), unknown);
    }

    /** The same entry, as if it had never been in that source. */
    public ListEntry withoutSource(String source) {
        SequencedSet<String> others = new LinkedHashSet<>(sources);
        others.remove(source);
        return new ListEntry(id, endpoint, name, tags, isPinned, others, unknown);
    }

    public ListEntry withPin(boolean other) {
        return new ListEntry(id, endpoint, name, tags, other, sources, unknown);
    }

    /** Names the entry; fields that this version does not read may hold secrets, so nothing else is printed. */
    @Override
    public String toString() {
        return id + " " + name;
    }

    private static SequencedSet<String> union(Set<String> one, Set<String> other) {
        SequencedSet<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static SequencedSet<String> setOf(String text) {
        SequencedSet<String> set = new LinkedHashSet<>();
        set.add(text);
        return set;
    }

    private static SequencedSet<String> noText() {
        return new LinkedHashSet<>();
    }
}
