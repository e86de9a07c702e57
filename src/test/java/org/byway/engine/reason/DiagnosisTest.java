package org.byway.engine.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byway.engine.reason.Diagnosis.Row;
import org.byway.fetch.FetchException;
import org.byway.fetch.ProbeVerdict;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The decision table: every row by what it is for, and all of them together. */
class DiagnosisTest {
    private static final Surroundings NONE = Surroundings.NONE;
    private static final Surroundings WORKED = new Surroundings(true, true, 0, 0, 0, 0, 0, false, false);
    private static final Surroundings OTHERS_WORK = new Surroundings(false, true, 0, 0, 0, 0, 0, false, false);

    /** What was seen, the row that decides and what it says. */
    private record Example(String row, Verdict verdict, Observation seen) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example("the system knows no way out", Verdict.OWN_NETWORK_DOWN,
                    seen(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.UNREACHABLE, NONE)),
            new Example("certificates of several unrelated servers look out of date", Verdict.CLOCK_WRONG,
                    seen(Stage.SECURE, Fault.CERTIFICATE_EXPIRED,
                            new Surroundings(true, true, 0, 0, 2, 0, 0, false, false))),
            new Example("a certificate of tomorrow, and nothing works that speaks for the clock", Verdict.CLOCK_WRONG,
                    seen(Stage.SECURE, Fault.CERTIFICATE_NOT_YET_VALID, NONE)),
            new Example("a probe was sent to a page of somebody else", Verdict.CAPTIVE_PORTAL,
                    seen(Stage.CONNECT, Fault.SILENT, Surroundings.FOREIGN)),
            new Example("many unlike servers answer as somebody else would", Verdict.CAPTIVE_PORTAL,
                    seen(Stage.AUTHENTICATE, Fault.GARBAGE,
                            new Surroundings(true, false, 3, 0, 0, 0, 0, false, false))),
            new Example("servers answer, and nothing beyond them does", Verdict.ONLY_DOMESTIC,
                    seen(Stage.REQUEST, Blame.DESTINATION, Fault.UNREACHABLE,
                            new Surroundings(true, true, 0, 0, 0, 2, 3, false, false))),
            new Example("several of one protocol are cut off, another passes", Verdict.PROTOCOL_BLOCKED,
                    seen(Stage.AUTHENTICATE, Fault.CLOSED,
                            new Surroundings(true, true, 0, 3, 0, 0, 0, false, false))),
            new Example("what destinations are blamed for, held against the server", Verdict.SERVER_FAILURE,
                    seen(Stage.REQUEST, Blame.UPSTREAM, Fault.UNREACHABLE, WORKED)),
            new Example("the server speaks of the destination", Verdict.DESTINATION,
                    seen(Stage.REQUEST, Blame.DESTINATION, Fault.REFUSED, WORKED)),
            new Example("another key than the link names", Verdict.CERTIFICATE_SWAPPED,
                    seen(Stage.SECURE, Fault.CERTIFICATE_NOT_PINNED, NONE)),
            new Example("another certificate than when it worked", Verdict.CERTIFICATE_SWAPPED,
                    seen(Stage.SECURE, Fault.CERTIFICATE_UNTRUSTED, WORKED)),
            new Example("a certificate that was never good", Verdict.CERTIFICATE_BAD,
                    seen(Stage.SECURE, Fault.CERTIFICATE_UNTRUSTED, OTHERS_WORK)),
            new Example("the login was not taken", Verdict.WRONG_PASSWORD,
                    seen(Stage.AUTHENTICATE, Fault.WRONG_LOGIN, NONE)),
            new Example("what the password does not open", Verdict.WRONG_PASSWORD,
                    seen(Stage.SECURE, Fault.GARBAGE, NONE)),
            new Example("never an answer, where no reply tells a wrong password", Verdict.WRONG_PASSWORD,
                    seen(Stage.AUTHENTICATE, Fault.UNANSWERED, NONE)),
            new Example("stopped where filters stop streams", Verdict.FROZEN, Observation.of(Stall.FREEZES, NONE)),
            new Example("too slow to be used", Verdict.THROTTLED, Observation.of(Stall.TRICKLES, NONE)),
            new Example("nothing comes back", Verdict.SILENT,
                    seen(Stage.AUTHENTICATE, Fault.UNANSWERED, WORKED)),
            new Example("a reset", Verdict.REFUSED, seen(Stage.CONNECT, Fault.REFUSED, NONE)),
            new Example("no address, or no way there", Verdict.UNREACHABLE,
                    seen(Stage.RESOLVE, Fault.NAME_NOT_FOUND, NONE)),
            new Example("ended in mid-sentence", Verdict.CLOSED, seen(Stage.AUTHENTICATE, Fault.CLOSED, NONE)),
            new Example("not its protocol", Verdict.GARBAGE, seen(Stage.AUTHENTICATE, Fault.GARBAGE, NONE)),
            new Example("said that it failed", Verdict.SERVER_FAILURE,
                    seen(Stage.REQUEST, Fault.GENERAL_FAILURE, NONE)),
            new Example("nothing that could be asked", Verdict.UNUSABLE,
                    seen(Stage.CONNECT, Fault.UNSUPPORTED, NONE)),
            new Example("this computer has no connection left", Verdict.COMPUTER_AT_LIMIT,
                    seen(Stage.CONNECT, Fault.LOCAL, NONE)),
            new Example("nothing that fits", Verdict.UNKNOWN, seen(Stage.CONNECT, Fault.NO_UPSTREAM, NONE)));

    @TestFactory
    Stream<DynamicTest> everyRowDecidesWhatItIsFor() {
        return EXAMPLES.stream().map(it -> DynamicTest.dynamicTest(it.row(), () -> {
            assertThat(Diagnosis.row(it.seen()).says()).isEqualTo(it.row());
            assertThat(Diagnosis.of(it.seen())).isEqualTo(it.verdict());
        }));
    }

    @Test
    void everyRowHasItsExampleInItsPlace() {
        assertThat(EXAMPLES.stream().map(Example::row)).containsExactlyElementsOf(
                Diagnosis.ROWS.stream().map(Row::says).toList());
    }

    @Test
    void noRowIsUnreachableAndEveryVerdictIsGiven() {
        Set<Row> deciding = new HashSet<>();
        everything().forEach(it -> deciding.add(Diagnosis.row(it)));

        assertThat(deciding).containsExactlyInAnyOrderElementsOf(Diagnosis.ROWS);
        assertThat(deciding.stream().map(Row::verdict).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                Verdict.values());
    }

    @Test
    void everyFaultAtEveryStageMeansSomethingByItself() {
        for (Fault fault : Fault.values()) {
            for (Stage stage : Stage.values()) {
                assertThat(Diagnosis.of(new Symptom(stage, fault)) == Verdict.UNKNOWN).as(stage + " " + fault)
                        .isEqualTo(fault == Fault.NO_UPSTREAM);
            }
        }
    }

    @Test
    void oneOldCertificateSaysNothingOfTheClockWhileOthersWork() {
        Surroundings one = new Surroundings(false, true, 0, 0, 1, 0, 0, false, false);

        assertThat(Diagnosis.of(seen(Stage.SECURE, Fault.CERTIFICATE_NOT_YET_VALID, one)))
                .isEqualTo(Verdict.CERTIFICATE_BAD);
    }

    @Test
    void strangePageSaysNothingOfTheNetworkWhileOthersWork() {
        Surroundings around = new Surroundings(false, true, 3, 0, 0, 0, 0, true, false);

        assertThat(Diagnosis.of(seen(Stage.AUTHENTICATE, Fault.GARBAGE, around))).isEqualTo(Verdict.GARBAGE);
    }

    @Test
    void whatAPortalDoesToAProbeIsToldFromAnErrorOfThePage() {
        ProbeVerdict login = new ProbeVerdict.WrongAnswer(Duration.ZERO, FetchException.Kind.STATUS, 511);
        ProbeVerdict error = new ProbeVerdict.WrongAnswer(Duration.ZERO, FetchException.Kind.STATUS, 503);

        assertThat(Verdict.of(login)).contains(Verdict.CAPTIVE_PORTAL);
        assertThat(Verdict.of(error)).contains(Verdict.UNKNOWN);
    }

    private static Stream<Observation> everything() {
        List<Observation> all = new ArrayList<>();
        for (Surroundings around : surroundings()) {
            for (Stall stall : Stall.values()) {
                all.add(Observation.of(stall, around));
            }
            for (Fault fault : Fault.values()) {
                for (Stage stage : Stage.values()) {
                    for (Blame blame : Blame.values()) {
                        all.add(seen(stage, blame, fault, around));
                    }
                }
            }
            all.add(new Observation(Optional.empty(), Blame.UNKNOWN, Optional.empty(), around));
        }
        return all.stream();
    }

    private static List<Surroundings> surroundings() {
        List<Surroundings> all = new ArrayList<>(List.of(NONE));
        List<UnaryOperator<Surroundings>> changes = List.of(
                it -> new Surroundings(true, it.othersWork(), it.impostors(), it.alikeKin(), it.misdated(),
                        it.answering(), it.farFailures(), it.isForeignPage(), it.isOffline()),
                it -> new Surroundings(it.hasWorked(), true, it.impostors(), it.alikeKin(), it.misdated(),
                        it.answering(), it.farFailures(), it.isForeignPage(), it.isOffline()),
                it -> new Surroundings(it.hasWorked(), it.othersWork(), 3, 3, 3, 3, 3, it.isForeignPage(),
                        it.isOffline()),
                it -> new Surroundings(it.hasWorked(), it.othersWork(), it.impostors(), it.alikeKin(), it.misdated(),
                        it.answering(), it.farFailures(), true, it.isOffline()),
                it -> new Surroundings(it.hasWorked(), it.othersWork(), it.impostors(), it.alikeKin(), it.misdated(),
                        it.answering(), it.farFailures(), it.isForeignPage(), true));
        for (UnaryOperator<Surroundings> change : changes) {
            List.copyOf(all).forEach(it -> all.add(change.apply(it)));
        }
        return all;
    }

    private static Observation seen(Stage stage, Fault fault, Surroundings around) {
        return seen(stage, Blame.UNKNOWN, fault, around);
    }

    private static Observation seen(Stage stage, Blame blame, Fault fault, Surroundings around) {
        return Observation.of(new Symptom(stage, fault), blame, around);
    }
}
