package org.byway.engine.blame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.byway.engine.blame.Complaints.Ruling;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StaticAssignmentOfThrowable") // a dial's failure is a value without a stack trace
class ComplaintsTest {
    private static final DialException GENERAL = new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.GENERAL_FAILURE);
    private static final DialException UNREACHABLE = new DialException(Stage.REQUEST, Blame.DESTINATION,
            Fault.UNREACHABLE);

    private final EndpointId one = EndpointId.random();
    private final EndpointId two = EndpointId.random();
    private final EndpointId three = EndpointId.random();
    private final Complaints complaints = new Complaints(new Random(1));
    private Instant now = Instant.EPOCH;

    @Test
    void oneDestinationSaysNothingOfAnUpstreamThatHasWorked() {
        complaints.worked(one, now);

        assertThat(fails(one, "a.example", GENERAL).suspected()).isEmpty();
        assertThat(fails(one, "a.example", GENERAL).suspected()).isEmpty();
    }

    @Test
    void twoUnrelatedDestinationsAreEnough() {
        complaints.worked(one, now);
        fails(one, "a.example", GENERAL);

        assertThat(fails(one, "b.example", GENERAL).suspected()).containsOnlyKeys(one);
    }

    @Test
    void twoHostsOfOneOwnerAreNot() {
        complaints.worked(one, now);
        fails(one, "x.a.example", GENERAL);

        assertThat(fails(one, "y.a.example", GENERAL).suspected()).isEmpty();
    }

    @Test
    void upstreamThatHasNeverWorkedIsSuspectedAtOnce() {
        assertThat(fails(one, "a.example", GENERAL).suspected()).containsOnlyKeys(one);
    }

    @Test
    void refusedDestinationIsNotHeldAgainstOneThatHasNeverWorked() {
        assertThat(fails(one, "a.example", UNREACHABLE).suspected()).isEmpty();
    }

    @Test
    void destinationThatFailsThroughTwoAcquitsBoth() {
        assertThat(fails(one, "a.example", GENERAL).suspected()).containsOnlyKeys(one);
        Ruling ruling = fails(two, "a.example", GENERAL);

        assertThat(ruling.suspected()).isEmpty();
        assertThat(ruling.acquitted()).containsExactly(one);
    }

    @Test
    void destinationThatAnotherReachesIsHeldAgainstTheOneThatDoesNot() {
        complaints.worked(one, now);
        fails(one, "a.example", GENERAL);
        fails(one, "a.example", GENERAL);

        assertThat(reaches(two, "a.example").suspected()).containsOnlyKeys(one);
    }

    @Test
    void destinationThatAThirdReachesIsNotToBlame() {
        fails(one, "a.example", GENERAL);
        fails(two, "a.example", GENERAL);

        assertThat(reaches(three, "a.example").suspected()).containsOnlyKeys(one, two);
    }

    @Test
    void severalUnrelatedBlameTheUpstreamWhateverCodeItGives() {
        complaints.worked(one, now);
        complaints.worked(two, now);
        fails(one, "a.example", UNREACHABLE);
        fails(one, "b.example", UNREACHABLE);

        assertThat(fails(one, "c.example", UNREACHABLE).suspected()).containsOnlyKeys(one);
    }

    @Test
    void refusedDestinationsBlameNobodyWhereNobodyElseWorks() {
        complaints.worked(one, now);
        fails(one, "a.example", UNREACHABLE);
        fails(one, "b.example", UNREACHABLE);

        assertThat(fails(one, "c.example", UNREACHABLE).suspected()).isEmpty();
    }

    @Test
    void successBetweenEndsWhatWasComplainedOf() {
        complaints.worked(one, now);
        fails(one, "a.example", GENERAL);
        later(1);
        complaints.worked(one, now);
        later(1);

        assertThat(fails(one, "b.example", GENERAL).suspected()).isEmpty();
    }

    @Test
    void complaintsAreForgottenAfterTwoMinutes() {
        complaints.worked(one, now);
        fails(one, "a.example", GENERAL);
        later(121);

        assertThat(fails(one, "b.example", GENERAL).suspected()).isEmpty();
    }

    @Test
    void deadAdvertisingDomainIsNeverHeldAgainstAnybody() {
        for (int i = 0; i < 500; i++) {
            complaints.worked(one, now);
            later(1);
            assertThat(fails(one, "ads.example", GENERAL).suspected()).isEmpty();
            assertThat(fails(two, "ads.example", GENERAL).suspected()).isEmpty();
        }
    }

    @Test
    void ownNetworkThatIsGoneIsNobodysFault() {
        DialException local = new DialException(Stage.REQUEST, Blame.LOCAL_NETWORK, Fault.UNREACHABLE);

        assertThat(fails(one, "a.example", local).suspected()).isEmpty();
    }

    private Ruling fails(EndpointId through, String host, DialException why) {
        return complaints.failed(through, Destination.of(host, 443), why, now);
    }

    private Ruling reaches(EndpointId through, String host) {
        return complaints.reached(through, Destination.of(host, 443), now);
    }

    private void later(long seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }
}
