package org.byway.engine.blame;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byway.engine.health.Decay;
import org.byway.engine.reason.Symptom;

/** Who failed how among those who have something in common; fades. */
final class CommonTrouble {
    private static final int MOST_REMEMBERED = 8;

    private final Map<Symptom, Map<Object, Instant>> failures = new HashMap<>();

    void failed(Object who, Symptom how, Instant now) {
        Map<Object, Instant> alike = failures.computeIfAbsent(how, any -> new LinkedHashMap<>());
        alike.remove(who);
        alike.put(who, now);
        if (alike.size() > MOST_REMEMBERED) {
            alike.remove(alike.keySet().iterator().next());
        }
    }

    void forgetSince(Instant then) {
        failures.values().forEach(alike -> alike.values().removeIf(at -> !at.isBefore(then)));
    }

    /** How many failed in the same way, each counting less as time goes by. */
    double weight(Decay decay, Instant now) {
        return failures.values().stream()
                .mapToDouble(alike -> alike.values().stream().mapToDouble(at -> decay.left(at, now)).sum()).max()
                .orElse(0);
    }
}
