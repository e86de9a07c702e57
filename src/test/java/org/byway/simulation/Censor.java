package org.byway.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is blocked at which moment, the same in every run. */
final class Censor {
    /** When the networks are blocked, as on 16 and 17 April 2018. */
    static final Duration BLOCK = Duration.ofMinutes(5);
    /** When the first protocol is recognised. */
    static final Duration FIRST_PROTOCOL = Duration.ofMinutes(15);
    static final Duration END = Duration.ofMinutes(90);

    private static final List<Step> STEPS = List.of(
            new Step(Protocol.SOCKS5, Treatment.RESET, FIRST_PROTOCOL, Duration.ofMinutes(45)),
            new Step(Protocol.SHADOWSOCKS, Treatment.DROP, Duration.ofMinutes(30), Duration.ofMinutes(60)),
            new Step(Protocol.HTTP, Treatment.RESET, Duration.ofMinutes(45), END),
            new Step(Protocol.HTTPS, Treatment.DROP, Duration.ofMinutes(60), Duration.ofMinutes(75)));

    /** What becomes of a connection whose protocol is recognised. */
    enum Treatment {
        RESET, DROP
    }

    private record Step(Protocol protocol, Treatment how, Duration from, Duration until) {
        boolean isOn(Duration now) {
            return now.compareTo(from) >= 0 && now.compareTo(until) < 0;
        }
    }

    /** Whether no packet passes to or from this address. */
    boolean drops(int address, Duration now) {
        return now.compareTo(BLOCK) >= 0 && World.BLOCKED.stream().anyMatch(it -> it.contains(address));
    }

    Optional<Treatment> recognises(Protocol protocol, Duration now) {
        return STEPS.stream().filter(it -> it.protocol() == protocol && it.isOn(now)).map(Step::how).findFirst();
    }
}
