package org.byway.control;

import java.util.List;
import java.util.Optional;
import org.byway.engine.reason.NextStep;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import tools.jackson.databind.node.ObjectNode;

/** A reason as programs read it: {@code verdict}, {@code kilobytes} and {@code next}, each where there is one; a promise to scripts. */
public final class ReasonFields {
    public static final List<String> NAMES = List.of("verdict", "kilobytes", "next");

    private static final double KILOBYTE = 1000;

    private ReasonFields() {}

    /** Of trouble, or of one endpoint. */
    public static ObjectNode put(ObjectNode object, Reason reason) {
        return put(object, reason, reason.next());
    }

    /** Of a move, which leaves less to be done. */
    public static ObjectNode putOfMove(ObjectNode object, Reason reason) {
        return put(object, reason,
                reason.diagnosed().map(any -> reason.nextOnceMoved().orElse(NextStep.NOTHING)));
    }

    /** Of a test. */
    public static ObjectNode put(ObjectNode object, Verdict verdict) {
        return object.put("verdict", verdict.word()).put("next", verdict.next().word());
    }

    /** As sentences count them. */
    public static ObjectNode putKilobytes(ObjectNode object, long bytes) {
        return object.put("kilobytes", Math.round(bytes / KILOBYTE));
    }

    private static ObjectNode put(ObjectNode object, Reason reason, Optional<NextStep> next) {
        reason.diagnosed().ifPresent(it -> object.put("verdict", it.word()));
        reason.stoppedAfter().ifPresent(bytes -> putKilobytes(object, bytes));
        next.ifPresent(it -> object.put("next", it.word()));
        return object;
    }
}
