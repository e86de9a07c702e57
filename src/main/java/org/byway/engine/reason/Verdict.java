package org.byway.engine.reason;

import java.util.Locale;
import java.util.Optional;
import org.byway.fetch.ProbeVerdict;

/** What a failure means in the light of everything that was seen, and what a person can do about it. */
public enum Verdict {
    /** this computer itself has no way out */
    OWN_NETWORK_DOWN(NextStep.CHECK_CONNECTION),
    /** good certificates look out of date */
    CLOCK_WRONG(NextStep.SET_CLOCK),
    /** somebody near answers in everybody's place, as where a network wants a login first */
    CAPTIVE_PORTAL(NextStep.LOG_IN_TO_NETWORK),
    /** servers answer, and nothing beyond them can be reached */
    ONLY_DOMESTIC(NextStep.WAIT),
    /** several of one protocol are cut off, and another protocol passes */
    PROTOCOL_BLOCKED(NextStep.CHOOSE_OTHER_PROTOCOL),
    /** one destination is at fault, and not the server */
    DESTINATION(NextStep.NOTHING),
    /** another certificate than the one that is known, so that somebody may be posing as the server */
    CERTIFICATE_SWAPPED(NextStep.ASK_FOR_LINK),
    /** a certificate that was never seen to be good */
    CERTIFICATE_BAD(NextStep.ASK_FOR_LINK),
    /** the login is wrong or missing, or the cipher is */
    WRONG_PASSWORD(NextStep.CHECK_PASSWORD),
    /** streams stop after the bytes at which filters stop them */
    FROZEN(NextStep.CHOOSE_ANOTHER),
    /** goes on at a pace that nobody can use */
    THROTTLED(NextStep.CHOOSE_ANOTHER),
    /** nothing comes back */
    SILENT(NextStep.CHECK_CONNECTION),
    /** answers with a reset */
    REFUSED(NextStep.CHOOSE_ANOTHER),
    /** has no address, or no way leads there */
    UNREACHABLE(NextStep.CHECK_CONNECTION),
    /** ends the connection in mid-sentence */
    CLOSED(NextStep.CHOOSE_ANOTHER),
    /** does not speak its protocol */
    GARBAGE(NextStep.ASK_FOR_LINK),
    /** answers, and fails at what it is asked for */
    SERVER_FAILURE(NextStep.CHOOSE_ANOTHER),
    /** no version of it can be used here */
    UNUSABLE(NextStep.CHOOSE_ANOTHER),
    /** this computer cannot open a connection, for want of memory or descriptors */
    COMPUTER_AT_LIMIT(NextStep.CLOSE_PROGRAMS),
    /** nothing that fits */
    UNKNOWN(NextStep.WAIT);

    private final NextStep next;

    Verdict(NextStep next) {
        this.next = next;
    }

    /** What a test of one endpoint means; absent where it works. */
    public static Optional<Verdict> of(ProbeVerdict probe) {
        return Observation.of(probe).map(Diagnosis::of);
    }

    /** What to do where it is said of one endpoint. */
    public NextStep next() {
        return next;
    }

    /** Whether it is said of the place where the person is rather than of one endpoint. */
    public boolean isOfPlace() {
        return compareTo(PROTOCOL_BLOCKED) <= 0;
    }

    /** For programs; a promise to them. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
