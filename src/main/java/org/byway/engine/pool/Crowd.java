package org.byway.engine.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.byway.engine.blame.SharedFate.Outlook;
import org.byway.model.EndpointId;

/**
 * The members of a list: those about whom something is known, and the many others by network, so that the next few unlike
 * ones are found without looking at all. Engine thread.
 */
final class Crowd {
    private final Map<EndpointId, PoolMember> all = new LinkedHashMap<>();
    private final Map<EndpointId, PoolMember> known = new LinkedHashMap<>();
    private final Map<Group, LinkedHashSet<PoolMember>> fresh = new LinkedHashMap<>();

    /** What loses and works together. */
    private record Group(String network, String protocol) {
        static Group of(PoolMember member) {
            return new Group(member.kinship().network(), member.kinship().protocol());
        }
    }

    /** @param members in the list's order */
    Crowd(Collection<PoolMember> members) {
        for (PoolMember member : members) {
            all.put(member.id(), member);
            if (member.isSingledOut()) {
                known.put(member.id(), member);
            } else {
                fresh.computeIfAbsent(Group.of(member), any -> new LinkedHashSet<>()).add(member);
            }
        }
    }

    Optional<PoolMember> find(EndpointId id) {
        return Optional.ofNullable(all.get(id));
    }

    Collection<PoolMember> all() {
        return all.values();
    }

    Collection<PoolMember> known() {
        return known.values();
    }

    /** From now on this one is looked at by itself. */
    void singleOut(PoolMember member) {
        if (known.putIfAbsent(member.id(), member) == null) {
            member.singleOut();
            LinkedHashSet<PoolMember> group = fresh.get(Group.of(member));
            if (group != null && group.remove(member) && group.isEmpty()) {
                fresh.remove(Group.of(member));
            }
        }
    }

    /** The others in the list's order. */
    List<PoolMember> freshInOrder(int most, Predicate<PoolMember> allowed) {
        return all.values().stream().filter(it -> !it.isSingledOut()).filter(allowed).limit(most).toList();
    }

    /** The others: of each network one, then of each a second, those with a good outlook before all with a worse one. */
    List<PoolMember> freshUnlike(int most, Predicate<PoolMember> allowed, Function<PoolMember, Outlook> outlook) {
        List<PoolMember> found = new ArrayList<>();
        for (Outlook level : Outlook.values()) {
            if (found.size() < most) {
                deal(found, most, allowed, first -> outlook.apply(first) == level);
            }
        }
        return found;
    }

    /** @param wanted says of one what holds for its whole group */
    private void deal(List<PoolMember> found, int most, Predicate<PoolMember> allowed, Predicate<PoolMember> wanted) {
        List<Iterator<PoolMember>> left = new ArrayList<>();
        for (LinkedHashSet<PoolMember> group : fresh.values()) {
            Iterator<PoolMember> members = group.iterator();
            if (found.size() < most && wanted.test(group.getFirst()) && take(members, allowed, found)) {
                left.add(members);
            }
        }
        while (!left.isEmpty() && found.size() < most) {
            left.removeIf(members -> found.size() < most && !take(members, allowed, found));
        }
    }

    private static boolean take(Iterator<PoolMember> from, Predicate<PoolMember> wanted, List<PoolMember> to) {
        while (from.hasNext()) {
            PoolMember member = from.next();
            if (wanted.test(member)) {
                return to.add(member);
            }
        }
        return false;
    }
}
