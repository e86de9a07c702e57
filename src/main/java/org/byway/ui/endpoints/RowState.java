package org.byway.ui.endpoints;

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
 */
record RowState(ListEntry entry, EndpointStatus status, Optional<ProbeVerdict> tested, Traffic moved) {
    static RowState of(ListEntry entry) {
        return new RowState(entry, EndpointStatus.UNKNOWN, Optional.empty(), Traffic.NONE);
    }

    RowState withEntry(ListEntry other) {
        // what was tested was another server
        Optional<ProbeVerdict> still = other.endpoint().equals(entry.endpoint()) ? tested : Optional.empty();
        return new RowState(other, status, still, moved);
    }

    RowState withStatus(EndpointStatus other) {
        return new RowState(entry, other, tested, moved);
    }

    RowState withTest(ProbeVerdict verdict) {
        return new RowState(entry, status, Optional.of(verdict), moved);
    }

    RowState withMoved(Traffic other) {
        return new RowState(entry, status, tested, other);
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

    /** Bytes in both directions. */
    long bytes() {
        return moved.up() + moved.down();
    }
}
