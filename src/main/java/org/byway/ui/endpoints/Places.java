package org.byway.ui.endpoints;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A set of places in a list: one bit each, counted, and put in order when somebody asks for it. */
final class Places {
    private final BitSet bits = new BitSet();
    private int size;
    private int @Nullable [] inOrder = new int[0];

    /** Those as they are now. */
    int[] inOrder() {
        int[] known = inOrder;
        if (known == null) {
            known = bits.stream().toArray();
            inOrder = known;
        }
        return known;
    }

    /** Each as something else, made when it is asked for. */
    static <E> List<E> as(int[] places, IntFunction<E> made) {
        return new AbstractList<>() {
            @Override
            public E get(int index) {
                return made.apply(places[index]);
            }

            @Override
            public int size() {
                return places.length;
            }
        };
    }

    boolean has(int place) {
        return place >= 0 && bits.get(place);
    }

    int size() {
        return size;
    }

    /** How many lie before it. */
    int before(int place) {
        return bits.get(0, place).cardinality();
    }

    void put(int place, boolean isIn) {
        if (bits.get(place) != isIn) {
            bits.set(place, isIn);
            size += isIn ? 1 : -1;
            inOrder = null;
        }
    }

    BitSet copy() {
        return (BitSet) bits.clone();
    }

    void become(BitSet next) {
        bits.clear();
        bits.or(next);
        size = bits.cardinality();
        inOrder = null;
    }
}
