package org.byway.engine.blame;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byway.engine.health.Decay;
import org.byway.engine.reason.Symptom;
import org.byway.model.EndpointId;
import org.jspecify.annotations.Nullable;

/**
 * Which networks and protocols fail as a whole, so that what shares them is tried later; one success in a network clears it.
 * Engine thread.
 */
public final class SharedFate {
    /** What failing neighbours say of an endpoint that was not tried. */
    public enum Outlook {
        CLEAR, DOUBTFUL, POOR
    }

    /** A little less than two endpoints of a network, and three networks of a protocol: they count less as they age. */
    private static final double POOR_NETWORK = 1.5;
    private static final double POOR_PROTOCOL = 2.5;
    private static final double FADED = 0.2;
    private static final Duration WORKS_STILL = Duration.ofMinutes(10);
    private static final int MOST_NETWORKS = 4096;

    private final Decay decay;
    private final Map<String, CommonTrouble> networks = new LinkedHashMap<>();
    private final Map<String, CommonTrouble> protocols = new HashMap<>();
    private final Map<String, Instant> working = new HashMap<>();

    public SharedFate(Decay decay) {
        this.decay = decay;
    }

    public void failed(EndpointId id, Kinship of, Symptom how, Instant now) {
        networks.computeIfAbsent(of.network(), any -> new CommonTrouble()).failed(id, how, now);
        protocols.computeIfAbsent(of.protocol(), any -> new CommonTrouble()).failed(of.network(), how, now);
        if (networks.size() > MOST_NETWORKS) {
            networks.remove(networks.keySet().iterator().next());
        }
    }

    public void worked(Kinship of, Instant now) {
        networks.remove(of.network());
        protocols.remove(of.protocol());
        working.put(of.protocol(), now);
    }

    /** Whoever failed since then was not to blame. */
    public void forgetSince(Instant then) {
        networks.values().forEach(it -> it.forgetSince(then));
        protocols.values().forEach(it -> it.forgetSince(then));
    }

    public Outlook outlook(Kinship of, Instant now) {
        double near = weight(networks.get(of.network()), now);
        if (near >= POOR_NETWORK || isPoorProtocol(of.protocol(), now)) {
            return Outlook.POOR;
        }
        return near >= FADED ? Outlook.DOUBTFUL : Outlook.CLEAR;
    }

    /** Where nothing works, the protocol is not what is blocked. */
    private boolean isPoorProtocol(String protocol, Instant now) {
        return failsInMany(protocol, now) && working.keySet().stream()
                .anyMatch(it -> !it.equals(protocol) && worksStill(it, now));
    }

    /** One that has begun to fail as well says nothing against the others any more. */
    private boolean worksStill(String protocol, Instant now) {
        Instant latest = working.get(protocol);
        return latest != null && latest.plus(WORKS_STILL).isAfter(now) && !failsInMany(protocol, now);
    }

    private boolean failsInMany(String protocol, Instant now) {
        return weight(protocols.get(protocol), now) >= POOR_PROTOCOL;
    }

    private double weight(@Nullable CommonTrouble trouble, Instant now) {
        return trouble == null ? 0 : trouble.weight(decay, now);
    }
}
