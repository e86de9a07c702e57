package org.byway.words;

import static org.byway.words.Phrases.isolated;

import java.util.Optional;
import org.byway.engine.Reason;
import org.byway.engine.Reason.AddressTaken;
import org.byway.engine.Reason.AllFailed;
import org.byway.engine.Reason.CannotListen;
import org.byway.engine.Reason.ChosenByPerson;
import org.byway.engine.Reason.ChosenIsGone;
import org.byway.engine.Reason.Failed;
import org.byway.engine.Reason.Fastest;
import org.byway.engine.Reason.FirstOfList;
import org.byway.engine.Reason.NothingInList;
import org.byway.engine.Reason.OtherNetwork;
import org.byway.engine.Reason.Outrun;
import org.byway.engine.Reason.OwnNetworkDown;
import org.byway.engine.Reason.RemovedFromList;
import org.byway.engine.Reason.SearchedInVain;
import org.byway.engine.Reason.Searching;
import org.byway.engine.Reason.Stalled;
import org.byway.engine.Reason.WorkedHereBefore;

/** Why the engine decided as it did, and what a person can try next. */
final class Reasons {
    private final Phrases phrases;
    private final Amounts amounts;

    Reasons(Phrases phrases, Amounts amounts) {
        this.phrases = phrases;
        this.amounts = amounts;
    }

    String why(Reason reason) {
        return switch (reason) {
            case FirstOfList it -> phrases.text("why.first-of-list");
            case ChosenByPerson it -> phrases.text("why.chosen-by-person");
            case Fastest it -> phrases.text("why.fastest");
            case ChosenIsGone it -> phrases.text("why.chosen-is-gone");
            case Failed it -> failure(it);
            case Outrun it -> phrases.text("why.outrun", isolated(it.endpoint().name()));
            case Stalled it -> stalled(it);
            case RemovedFromList it -> phrases.text("why.removed-from-list", isolated(it.endpoint().name()));
            case NothingInList it -> phrases.text("why.nothing-in-list");
            case AllFailed it -> phrases.text("why.all-failed", failure(it.last()));
            case Searching it -> phrases.text("why.searching", it.tried());
            case SearchedInVain it -> phrases.text("why.searched-in-vain", it.tried());
            case OwnNetworkDown it -> phrases.text("why.own-network-down");
            case WorkedHereBefore it -> phrases.text("why.worked-here-before");
            case OtherNetwork it -> phrases.text("why.other-network");
            case AddressTaken it -> phrases.text("why.address-taken", isolated(it.address()));
            case CannotListen it -> phrases.text("why.cannot-listen", isolated(it.address()));
        };
    }

    /** What to try next, where there is something to do. */
    Optional<String> advice(Reason reason) {
        return switch (reason) {
            case FirstOfList it -> Optional.empty();
            case ChosenByPerson it -> Optional.empty();
            case Fastest it -> Optional.empty();
            case ChosenIsGone it -> Optional.of(phrases.text("advice.choose-another"));
            case Failed it -> Optional.of(phrases.of("try", it.fault()));
            case Outrun it -> Optional.of(phrases.text("advice.choose-another"));
            case Stalled it -> Optional.of(phrases.text("advice.choose-another"));
            case RemovedFromList it -> Optional.of(phrases.text("advice.choose-another"));
            case NothingInList it -> Optional.of(phrases.text("advice.add-endpoints"));
            case AllFailed it -> Optional.of(phrases.of("try", it.last().fault()));
            case Searching it -> Optional.empty();
            case SearchedInVain it -> Optional.of(phrases.text("advice.wait-or-add"));
            case OwnNetworkDown it -> Optional.of(phrases.text("advice.check-own-network"));
            case WorkedHereBefore it -> Optional.empty();
            case OtherNetwork it -> Optional.empty();
            case AddressTaken it -> Optional.of(phrases.text("advice.free-the-address"));
            case CannotListen it -> Optional.of(phrases.text("advice.allow-listening"));
        };
    }

    private String stalled(Stalled it) {
        return phrases.text(Phrases.key("stalled", it.how()), isolated(it.endpoint().name()),
                amounts.bytes(it.bytes()));
    }

    /** What was seen, said for the stage where the same fault means something else there. */
    String failure(Failed failed) {
        String anyStage = Phrases.key("failed", failed.fault());
        String thisStage = Phrases.key(anyStage, failed.stage());
        return phrases.text(phrases.knows(thisStage) ? thisStage : anyStage, isolated(failed.endpoint().name()));
    }
}
