package org.byway.engine.reason;

import java.util.Optional;
import java.util.Set;
import org.byway.fetch.ProbeVerdict;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;

/**
 * What was seen of one upstream, and in what surroundings: all that a {@link Diagnosis} is made from.
 *
 * @param symptom absent where no dial failed
 * @param stall   absent where no stream stood still
 */
public record Observation(Optional<Symptom> symptom, Blame blame, Optional<Stall> stall, Surroundings around) {
    public static Observation of(Symptom symptom, Blame blame, Surroundings around) {
        return new Observation(Optional.of(symptom), blame, Optional.empty(), around);
    }

    public static Observation of(Stall stall, Surroundings around) {
        return new Observation(Optional.empty(), Blame.UPSTREAM, Optional.of(stall), around);
    }

    /** Absent where it works. */
    public static Optional<Observation> of(ProbeVerdict probe) {
        return switch (probe) {
            case ProbeVerdict.Works it -> Optional.empty();
            case ProbeVerdict.Unsupported it -> failed(Stage.CONNECT, Blame.UNKNOWN, Fault.UNSUPPORTED);
            case ProbeVerdict.NotOpened it -> failed(it.stage(), it.blame(), it.fault());
            case ProbeVerdict.NoAnswer it -> Optional.of(of(Stall.OWES, Surroundings.NONE));
            case ProbeVerdict.Freezes it -> Optional.of(of(Stall.FREEZES, Surroundings.NONE));
            case ProbeVerdict.TooSlow it -> Optional.of(of(Stall.TRICKLES, Surroundings.NONE));
            case ProbeVerdict.WrongAnswer it -> Optional.of(new Observation(Optional.empty(), Blame.UNKNOWN,
                    Optional.empty(), it.isOfAnother() ? Surroundings.FOREIGN : Surroundings.NONE));
        };
    }

    private static Optional<Observation> failed(Stage stage, Blame blame, Fault fault) {
        return Optional.of(of(new Symptom(stage, fault), blame, Surroundings.NONE));
    }

    boolean is(Fault wanted) {
        return symptom.filter(it -> it.fault() == wanted).isPresent();
    }

    boolean isOneOf(Set<Fault> wanted) {
        return symptom.filter(it -> wanted.contains(it.fault())).isPresent();
    }

    boolean is(Stall wanted) {
        return stall.filter(wanted::equals).isPresent();
    }

    /** What the server said of a destination, or kept silent about. */
    boolean isOfRequest() {
        return symptom.filter(it -> it.stage() == Stage.REQUEST).isPresent();
    }
}
