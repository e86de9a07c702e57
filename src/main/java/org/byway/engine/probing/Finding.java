package org.byway.engine.probing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.health.Depth;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.fetch.ProbeVerdict;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Stall;

/** What a probe's verdict says of the upstream that was probed. */
sealed interface Finding {
    /** It works, as these show. */
    record Good(List<Outcome> shown) implements Finding {}

    /** It does not, in this way, and so not to this depth. */
    record Bad(Outcome seen, Depth depth) implements Finding {
        private static final Set<Fault> SILENCES = Set.of(Fault.SILENT, Fault.UNREACHABLE, Fault.NAME_NOT_FOUND);

        /** Nothing at all came back, as where this computer itself is offline. */
        boolean isSilence() {
            return seen instanceof Outcome.Failed failed && SILENCES.contains(failed.why().fault());
        }

        Reason why(NamedEndpoint endpoint) {
            return switch (seen) {
                case Outcome.Failed failed -> Reason.Failed.of(endpoint, failed.why());
                case Outcome.Stalled stalled -> new Reason.Stalled(endpoint, stalled.how(), stalled.bytes());
                default -> new Reason.Outrun(endpoint);
            };
        }
    }

    /** Somebody on the way answered in the target's place. */
    record Misled() implements Finding {}

    /** The target may be to blame, or this computer's own network. */
    record Nothing() implements Finding {}

    static Finding of(Optional<ProbeVerdict> verdict, Depth depth, boolean confirms) {
        return verdict.map(it -> of(it, depth, confirms)).orElseGet(Nothing::new);
    }

    private static Finding of(ProbeVerdict verdict, Depth depth, boolean confirms) {
        return switch (verdict) {
            case ProbeVerdict.Works it -> works(it, depth, confirms);
            case ProbeVerdict.NotOpened it when it.blame() == Blame.LOCAL_NETWORK -> new Nothing();
            case ProbeVerdict.NotOpened it -> failed(it.stage(), it.blame(), it.fault(), Depth.OPENING);
            case ProbeVerdict.NoAnswer it ->
                failed(Stage.AUTHENTICATE, Blame.UNKNOWN, Fault.UNANSWERED, Depth.ANSWERING);
            case ProbeVerdict.Freezes it -> new Bad(new Outcome.Stalled(Stall.FREEZES, 1, it.bytes()), Depth.CARRYING);
            case ProbeVerdict.TooSlow it -> new Bad(new Outcome.Stalled(Stall.TRICKLES, 1, it.bytes()), Depth.CARRYING);
            case ProbeVerdict.Unsupported it -> new Nothing();
            case ProbeVerdict.WrongAnswer it when it.isOfAnother() -> new Misled();
            case ProbeVerdict.WrongAnswer it -> it.status() > 0 && depth != Depth.CARRYING
                    ? new Good(List.of(new Outcome.Opened(it.opened())))
                    : new Nothing();
        };
    }

    /** What opens without a word from the server shows nothing by opening. */
    private static Good works(ProbeVerdict.Works it, Depth depth, boolean confirms) {
        List<Outcome> shown = new ArrayList<>();
        if (confirms) {
            shown.add(new Outcome.Opened(it.opened()));
        }
        if (!confirms || depth == Depth.CARRYING) {
            Duration before = confirms ? it.opened() : Duration.ZERO;
            shown.add(new Outcome.Answered(it.firstByte().minus(before)));
        }
        if (depth == Depth.CARRYING) {
            shown.add(new Outcome.Carried(it.whole()));
        }
        return new Good(shown);
    }

    private static Bad failed(Stage stage, Blame blame, Fault fault, Depth depth) {
        return new Bad(new Outcome.Failed(new DialException(stage, blame, fault)), depth);
    }
}
