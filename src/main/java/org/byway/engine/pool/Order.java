package org.byway.engine.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byway.engine.choice.Rank;
import org.byway.engine.choice.Selector;
import org.byway.model.EndpointId;

/** What a strategy makes of a list. */
public interface Order {
    Rank rank(PoolMember member, Ranking at);

    /** Those of one rank, given in the list's order; where nothing else counts, no two of one network follow each other. */
    default List<PoolMember> arranged(Rank rank, List<PoolMember> equals, Ranking at) {
        return unlike(equals);
    }

    /** Who gets a destination. */
    default Selector selector() {
        return Selector.UNLIKE;
    }

    /** Whether those of whom nothing is known stand as in the list rather than by network. */
    default boolean keepsList() {
        return false;
    }

    /** The only one that may be used, where there is such a one. */
    default Optional<EndpointId> only() {
        return Optional.empty();
    }

    /** Of each network the first, then of each the second. */
    static List<PoolMember> unlike(List<PoolMember> members) {
        Map<String, Integer> taken = new HashMap<>();
        List<List<PoolMember>> rounds = new ArrayList<>();
        for (PoolMember member : members) {
            int round = taken.merge(member.kinship().network(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(member);
        }
        return rounds.stream().flatMap(List::stream).toList();
    }
}
