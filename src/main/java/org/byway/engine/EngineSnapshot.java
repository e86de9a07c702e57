package org.byway.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.net.TrafficMeter.Traffic;

/**
 * The engine's whole state at one moment, immutable.
 *
 * @param strategy as the person chose it
 * @param selected what new connections go through, and why; absent where there is nothing
 * @param trouble  why programs get errors, in state {@code TROUBLE}, or have to wait, in state {@code CONNECTING}
 * @param statuses of the endpoints that were used; all others are unknown
 * @param activity newest first, at most {@link #MAX_ACTIVITY}, without traffic counts
 */
public record EngineSnapshot(State state, Strategy strategy, Optional<HostPort> listening, Optional<Selection> selected,
        Optional<Reason> trouble, Map<EndpointId, EndpointStatus> statuses, Traffic traffic,
        List<Activity> activity) {
    public static final int MAX_ACTIVITY = 200;

    public static final EngineSnapshot OFF = new EngineSnapshot(State.OFF, Strategy.DEFAULT, Optional.empty(),
            Optional.empty(),
            Optional.empty(), Map.of(), Traffic.NONE, List.of());

    /** The large switch. */
    public enum State {
        /** not listening */
        OFF,
        /** listening, and nothing has gone through yet, or a search is on */
        CONNECTING,
        /** the last request went through */
        ON,
        /** programs get errors */
        TROUBLE
    }

    /** Which endpoint new connections go through, and why. */
    public record Selection(NamedEndpoint endpoint, Reason reason) {}

    public EndpointStatus status(EndpointId id) {
        return statuses.getOrDefault(id, EndpointStatus.UNKNOWN);
    }
}
