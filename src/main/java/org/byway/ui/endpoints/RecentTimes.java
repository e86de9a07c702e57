package org.byway.ui.endpoints;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last times up to a first byte that were met while the table was in sight, and of tests; the oldest first. */
record RecentTimes(List<Duration> values) {
    static final int MOST = 16;
    /** Shared, since most of a long list were never tried. */
    static final RecentTimes NONE = new RecentTimes(List.of());

    RecentTimes {
        values = List.copyOf(values);
    }

    RecentTimes with(Duration newest) {
        List<Duration> more = new ArrayList<>(values);
        more.add(newest);
        return new RecentTimes(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /** Whether they are enough to be drawn. */
    boolean isLine() {
        return values.size() > 1;
    }
}
