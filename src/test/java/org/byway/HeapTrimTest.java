package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.model.EndpointList;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.Test;

class HeapTrimTest {
    private final AtomicInteger collected = new AtomicInteger();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final AtomicBoolean isAtRest = new AtomicBoolean(true);
    private final HeapTrim trim = new HeapTrim(collected::incrementAndGet, later::add, isAtRest::get);

    /** Which would only put the first picture of the window off. */
    @Test
    void aLongListOfTheStartIsNotFollowedAtOnce() {
        trim.accept(Samples.many(10_000));
        assertThat(collected).hasValue(0);
        later.remove().run();
        assertThat(collected).hasValue(1);
    }

    @Test
    void ofChangesInQuickSuccessionTheLastIsFollowed() {
        trim.accept(Samples.THREE);
        trim.accept(Samples.many(10_000));
        trim.accept(Samples.many(10_001));
        assertThat(collected).hasValue(0);
        later.forEach(Runnable::run);
        assertThat(collected).hasValue(1);
    }

    @Test
    void aLongListThatWasDeletedIsGivenBackToo() {
        trim.accept(Samples.many(10_000));
        later.remove().run();
        trim.accept(EndpointList.EMPTY);
        later.remove().run();
        assertThat(collected).hasValue(2);
    }

    @Test
    void nobodyWhoIsWorkingIsStopped() {
        trim.accept(Samples.THREE);
        trim.accept(Samples.many(10_000));
        isAtRest.set(false);
        later.remove().run();
        assertThat(collected).hasValue(0);
        isAtRest.set(true);
        later.remove().run();
        assertThat(collected).hasValue(1);
        assertThat(later).isEmpty();
    }

    @Test
    void aShortListCostsNothing() {
        trim.accept(Samples.THREE);
        trim.accept(Samples.THREE);
        assertThat(later).isEmpty();
        assertThat(collected).hasValue(0);
    }
}
