package org.byway.engine.reason;

import java.util.Optional;
import java.util.Set;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** How something failed, to be compared with how others did. */
public record Symptom(Stage stage, Fault fault) {
    private static final Set<Fault> MISDATED = Set.of(Fault.CERTIFICATE_EXPIRED, Fault.CERTIFICATE_NOT_YET_VALID);
    private static final Set<Fault> IMPOSTURE = Set.of(Fault.GARBAGE, Fault.NO_TLS, Fault.CERTIFICATE_UNTRUSTED,
            Fault.CERTIFICATE_OF_ANOTHER, Fault.CERTIFICATE_NOT_PINNED);
    private static final Set<Fault> BEYOND = Set.of(Fault.UNREACHABLE, Fault.SILENT);

    public static Symptom of(DialException why) {
        return new Symptom(why.stage(), why.fault());
    }

    public static Symptom of(Reason why) {
        return ofFailure(why).orElseGet(() -> new Symptom(Stage.REQUEST, Fault.SILENT));
    }

    /** Absent for a stream that stood still, which was open before. */
    public static Optional<Symptom> ofFailure(Reason why) {
        return why instanceof Reason.Failed failed
                ? Optional.of(new Symptom(failed.stage(), failed.fault()))
                : Optional.empty();
    }

    /** A certificate looks out of date. */
    public boolean isMisdated() {
        return MISDATED.contains(fault);
    }

    /** A server of another kind, or of somebody else, answers like this. */
    public boolean isImposture() {
        return IMPOSTURE.contains(fault) && !isUnopened();
    }

    /** What came back is not what the password opens. */
    boolean isUnopened() {
        return stage == Stage.SECURE && fault == Fault.GARBAGE;
    }

    /** The server answers, and cannot reach what it is asked for. */
    public boolean isBeyondServer() {
        return stage == Stage.REQUEST && BEYOND.contains(fault);
    }
}
