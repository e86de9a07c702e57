package org.byway.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.byway.bench.WrongBytesException;

/** What became of the work: done, cut by an upstream's death, or wrong without an excuse. */
final class Tally {
    private static final int MOST_TOLD = 20;

    private final Map<Work, LongAdder> done = new ConcurrentHashMap<>();
    private final LongAdder cut = new LongAdder();
    private final LongAdder wrong = new LongAdder();
    private final List<String> told = new CopyOnWriteArrayList<>();

    void done(Work work) {
        done.computeIfAbsent(work, none -> new LongAdder()).increment();
    }

    void failed(Work work, IOException why, boolean isExplained) {
        if (isExplained && !(why instanceof WrongBytesException)) {
            cut.increment();
        } else {
            wrong.increment();
            if (told.size() < MOST_TOLD) {
                told.add(work + ": " + why);
            }
        }
    }

    /** The sentences about what has no excuse. */
    List<String> wrong() {
        return told;
    }

    /** Whether each kind of work was done at least once. */
    boolean isComplete() {
        return done.keySet().containsAll(List.of(Work.values()));
    }

    @Override
    public String toString() {
        return new TreeMap<>(done) + ", cut by a death " + cut + ", wrong " + wrong;
    }
}
