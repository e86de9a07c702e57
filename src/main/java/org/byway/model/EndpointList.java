package org.byway.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.byway.model.endpoint.Endpoint;

/** The whole list, in the person's order, no endpoint twice. */
public record EndpointList(List<ListEntry> entries) {
    public static final EndpointList EMPTY = new EndpointList(List.of());

    public EndpointList {
        entries = List.copyOf(entries);
    }

    /** What became of entries that were added: the new list, and how many of them were new or already there. */
    public record Merge(EndpointList list, int added, int merged) {}

    /** Appends what is new; an entry whose endpoint is already there gives that one its sources and tags. */
    public Merge with(Collection<ListEntry> more) {
        Map<Endpoint, ListEntry> byEndpoint = new LinkedHashMap<>();
        entries.forEach(entry -> byEndpoint.put(entry.endpoint(), entry));
        more.forEach(entry -> byEndpoint.merge(entry.endpoint(), entry, ListEntry::mergedWith));
        int added = byEndpoint.size() - entries.size();
        return new Merge(new EndpointList(new ArrayList<>(byEndpoint.values())), added, more.size() - added);
    }

    public EndpointList without(Collection<EndpointId> gone) {
        return new EndpointList(entries.stream().filter(entry -> !gone.contains(entry.id())).toList());
    }

    /** Puts entries of an earlier list that are gone back, each behind the one that it stood behind there. */
    public EndpointList withRestored(EndpointList before, Collection<EndpointId> gone) {
        Map<EndpointId, ListEntry> here = new LinkedHashMap<>();
        entries.forEach(entry -> here.put(entry.id(), entry));
        List<ListEntry> restored = new ArrayList<>();
        for (ListEntry entry : before.entries) {
            ListEntry kept = here.remove(entry.id());
            if (kept != null) {
                restored.add(kept);
            } else if (gone.contains(entry.id())) {
                restored.add(entry);
            }
        }
        restored.addAll(here.values());
        return new EndpointList(restored);
    }

    /** Changes entries in their places; two that have become the same server are one, at the place of the first. */
    public EndpointList edited(Collection<EndpointId> which, UnaryOperator<ListEntry> edit) {
        Set<EndpointId> chosen = Set.copyOf(which);
        return EMPTY.with(entries.stream().map(it -> chosen.contains(it.id()) ? edit.apply(it) : it).toList()).list();
    }

    public Optional<ListEntry> find(EndpointId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public int size() {
        return entries.size();
    }
}
