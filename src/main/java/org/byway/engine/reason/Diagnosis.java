package org.byway.engine.reason;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stall;

/** The decision table that makes one verdict of what was observed: of its rows, the first that fits. */
public final class Diagnosis {
    private static final int SEVERAL = 2;
    private static final int MANY = 3;
    private static final Set<Fault> OTHER_CERTIFICATE = Set.of(Fault.CERTIFICATE_UNTRUSTED,
            Fault.CERTIFICATE_OF_ANOTHER);
    /** Filters that know a protocol end its connections, or let nothing of them pass. */
    private static final Set<Fault> CUTS = Set.of(Fault.CLOSED, Fault.REFUSED, Fault.SILENT, Fault.UNANSWERED);
    private static final Set<Fault> OF_DESTINATIONS = Set.of(Fault.REFUSED, Fault.UNREACHABLE, Fault.NAME_NOT_FOUND,
            Fault.FORBIDDEN);

    static final List<Row> ROWS = List.of(
            row("the system knows no way out", Verdict.OWN_NETWORK_DOWN, it -> it.around().isOffline()
                    || (it.blame() == Blame.LOCAL_NETWORK && it.is(Fault.UNREACHABLE))),
            row("certificates of several unrelated servers look out of date", Verdict.CLOCK_WRONG,
                    it -> it.symptom().filter(Symptom::isMisdated).isPresent() && it.around().misdated() >= SEVERAL),
            row("a certificate of tomorrow, and nothing works that speaks for the clock", Verdict.CLOCK_WRONG,
                    it -> it.is(Fault.CERTIFICATE_NOT_YET_VALID) && !it.around().othersWork()),
            row("a probe was sent to a page of somebody else", Verdict.CAPTIVE_PORTAL,
                    it -> it.around().isForeignPage() && !it.around().othersWork()),
            row("many unlike servers answer as somebody else would", Verdict.CAPTIVE_PORTAL,
                    it -> it.symptom().filter(Symptom::isImposture).isPresent() && it.around().impostors() >= MANY
                            && !it.around().othersWork()),
            row("servers answer, and nothing beyond them does", Verdict.ONLY_DOMESTIC,
                    it -> it.symptom().filter(Symptom::isBeyondServer).isPresent()
                            && it.around().answering() >= SEVERAL && it.around().farFailures() >= MANY),
            row("several of one protocol are cut off, another passes", Verdict.PROTOCOL_BLOCKED,
                    it -> it.isOneOf(CUTS) && !it.isOfRequest() && it.around().alikeKin() >= MANY),
            row("what destinations are blamed for, held against the server", Verdict.SERVER_FAILURE,
                    it -> it.isOfRequest() && it.blame() == Blame.UPSTREAM && it.isOneOf(OF_DESTINATIONS)),
            row("the server speaks of the destination", Verdict.DESTINATION,
                    it -> it.isOfRequest() && (it.isOneOf(OF_DESTINATIONS) || it.blame() == Blame.DESTINATION)),
            row("another key than the link names", Verdict.CERTIFICATE_SWAPPED,
                    it -> it.is(Fault.CERTIFICATE_NOT_PINNED)),
            row("another certificate than when it worked", Verdict.CERTIFICATE_SWAPPED,
                    it -> it.isOneOf(OTHER_CERTIFICATE) && it.around().hasWorked()),
            row("a certificate that was never good", Verdict.CERTIFICATE_BAD,
                    it -> it.isOneOf(OTHER_CERTIFICATE) || it.symptom().filter(Symptom::isMisdated).isPresent()),
            row("the login was not taken", Verdict.WRONG_PASSWORD,
                    it -> it.is(Fault.WRONG_LOGIN) || it.is(Fault.LOGIN_NEEDED)),
            row("what the password does not open", Verdict.WRONG_PASSWORD,
                    it -> it.symptom().filter(Symptom::isUnopened).isPresent()),
            row("never an answer, where no reply tells a wrong password", Verdict.WRONG_PASSWORD,
                    it -> it.is(Fault.UNANSWERED) && !it.around().hasWorked()),
            row("stopped where filters stop streams", Verdict.FROZEN, it -> it.is(Stall.FREEZES)),
            row("too slow to be used", Verdict.THROTTLED, it -> it.is(Stall.TRICKLES)),
            row("nothing comes back", Verdict.SILENT,
                    it -> it.is(Stall.OWES) || it.is(Fault.SILENT) || it.is(Fault.UNANSWERED)),
            row("a reset", Verdict.REFUSED, it -> it.is(Fault.REFUSED)),
            row("no address, or no way there", Verdict.UNREACHABLE,
                    it -> it.is(Fault.UNREACHABLE) || it.is(Fault.NAME_NOT_FOUND)),
            row("ended in mid-sentence", Verdict.CLOSED, it -> it.is(Stall.BREAKS) || it.is(Fault.CLOSED)),
            row("not its protocol", Verdict.GARBAGE, it -> it.is(Fault.GARBAGE) || it.is(Fault.NO_TLS)),
            row("said that it failed", Verdict.SERVER_FAILURE,
                    it -> it.is(Fault.GENERAL_FAILURE) || it.is(Fault.FORBIDDEN)),
            row("nothing that could be asked", Verdict.UNUSABLE,
                    it -> it.is(Fault.OURSELVES) || it.is(Fault.UNSUPPORTED)),
            row("this computer has no connection left", Verdict.COMPUTER_AT_LIMIT, it -> it.is(Fault.LOCAL)),
            row("nothing that fits", Verdict.UNKNOWN, any -> true));

    private Diagnosis() {}

    /** One line of the table. */
    record Row(String says, Verdict verdict, Predicate<Observation> fits) {}

    /** As far as it can be told without knowing anything else. */
    public static Verdict of(Symptom alone) {
        return of(Observation.of(alone, Blame.UNKNOWN, Surroundings.NONE));
    }

    public static Verdict of(Observation observed) {
        return row(observed).verdict();
    }

    /** The one that decides. */
    static Row row(Observation observed) {
        return ROWS.stream().filter(it -> it.fits().test(observed)).findFirst().orElseThrow();
    }

    private static Row row(String says, Verdict verdict, Predicate<Observation> fits) {
        return new Row(says, verdict, fits);
    }
}
