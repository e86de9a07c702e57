package org.byway.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.NextStep;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.model.EndpointId;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReasonFieldsTest {
    private static final NamedEndpoint ONE = new NamedEndpoint(new EndpointId("aaaaaaaaaa"), "Berlin-1");
    private static final Reason FROZEN = new Reason.Stalled(ONE, Stall.FREEZES, 16_384);

    @Test
    void aMoveAwayFromAFrozenServerLeavesNothingToDo() {
        assertThat(ReasonFields.putOfMove(empty(), FROZEN))
                .hasToString("{\"verdict\":\"frozen\",\"kilobytes\":16,\"next\":\"nothing\"}");
    }

    @Test
    void aMoveLeavesThePasswordToBeAskedFor() {
        assertThat(ReasonFields.putOfMove(empty(), new Reason.Failed(ONE, Stage.AUTHENTICATE, Fault.WRONG_LOGIN)))
                .hasToString("{\"verdict\":\"wrong-password\",\"next\":\"check-password\"}");
    }

    @Test
    void troubleAsksForServersThatAreNotThereYet() {
        Reason all = new Reason.AllFailed(new Reason.Failed(ONE, Stage.CONNECT, Fault.REFUSED));

        assertThat(ReasonFields.put(empty(), all)).hasToString("{\"verdict\":\"refused\",\"next\":\"ask-for-newer\"}");
    }

    @Test
    void whatIsNoFaultHasNoFields() {
        assertThat(ReasonFields.putOfMove(empty(), new Reason.ChosenByPerson()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictIsAWordForPrograms(Verdict verdict) {
        assertThat(verdict.word()).matches("[a-z]+(-[a-z]+)*");
        assertThat(ReasonFields.put(empty(), verdict).path("next").asString()).isEqualTo(verdict.next().word());
    }

    @ParameterizedTest
    @EnumSource(NextStep.class)
    void everyStepIsAWordForPrograms(NextStep step) {
        assertThat(step.word()).matches("[a-z]+(-[a-z]+)*");
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }
}
