package org.byway.ui.endpoints;

import java.time.Duration;
import java.util.Optional;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.net.TrafficMeter.Traffic;

/**
 * What a row shows at one moment.
 *
 * @param tested what the last test of this session has shown
 * @param moved  through this endpoint since the start
 * @param times  up to the first byte, of late
 */
record RowState(ListEntry entry, EndpointStatus status, Optional<ProbeVerdict> tested, Traffic moved,
        RecentTimes times) {
    static RowState of(ListEntry entry) {
        return new RowState(entry, EndpointStatus.UNKNOWN, Optional.empty(), Traffic.NONE, RecentTimes.NONE);
    }

    /** @param isSameServer whether what was tested is what the entry leads to */
    RowState withEntry(ListEntry other, boolean isSameServer) {
        return isSameServer
                ? new RowState(other, status, tested, moved, times)
                : new RowState(other, status, Optional.empty(), moved, RecentTimes.NONE);
    }

    RowState withStatus(EndpointStatus other) {
        boolean isNew = !other.opened().equals(status.opened());
        return new RowState(entry, other, tested, moved,
                other.opened().filter(took -> isNew).map(times::with).orElse(times));
    }

    RowState withTest(ProbeVerdict verdict) {
        return new RowState(entry, status, Optional.of(verdict), moved,
                verdict instanceof ProbeVerdict.Works works ? times.with(works.firstByte()) : times);
    }

    RowState withMoved(Traffic other) {
        return new RowState(entry, status, tested, other, times);
    }

    /** What programs have met counts for more than a test, which counts for more than nothing. */
    HealthState health() {
        if (status.health() != HealthState.UNKNOWN) {
            return status.health();
        }
        return tested.filter(it -> !(it instanceof ProbeVerdict.Unsupported))
                .map(it -> it instanceof ProbeVerdict.Works ? HealthState.ALIVE : HealthState.DOWN)
                .orElse(HealthState.UNKNOWN);
    }

    /** Up to the first byte, by the last test; otherwise what a dial took. */
    Optional<Duration> firstByte() {
        return tested.filter(ProbeVerdict.Works.class::isInstance).map(ProbeVerdict.Works.class::cast)
                .map(ProbeVerdict.Works::firstByte).or(status::opened);
    }

    /** Bytes in both directions. */
    long bytes() {
        return moved.up() + moved.down();
    }
}
