package org.byway.words;

import static org.byway.words.Phrases.isolated;

import org.byway.engine.reason.NextStep;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Reason.AddressTaken;
import org.byway.engine.reason.Reason.AllFailed;
import org.byway.engine.reason.Reason.CannotListen;
import org.byway.engine.reason.Reason.ChosenByPerson;
import org.byway.engine.reason.Reason.ChosenIsGone;
import org.byway.engine.reason.Reason.Failed;
import org.byway.engine.reason.Reason.Fastest;
import org.byway.engine.reason.Reason.FirstChoice;
import org.byway.engine.reason.Reason.NothingInList;
import org.byway.engine.reason.Reason.OtherNetwork;
import org.byway.engine.reason.Reason.Outrun;
import org.byway.engine.reason.Reason.OwnNetworkDown;
import org.byway.engine.reason.Reason.RemovedFromList;
import org.byway.engine.reason.Reason.SearchedInVain;
import org.byway.engine.reason.Reason.Searching;
import org.byway.engine.reason.Reason.Stalled;
import org.byway.engine.reason.Reason.WorkedHereBefore;

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
            case FirstChoice it -> phrases.text("why.first-choice");
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
            case SearchedInVain it -> searchedInVain(it);
            case OwnNetworkDown it -> phrases.text("why.own-network-down");
            case WorkedHereBefore it -> phrases.text("why.worked-here-before");
            case OtherNetwork it -> phrases.text("why.other-network");
            case AddressTaken it -> phrases.text("why.address-taken", isolated(it.address()));
            case CannotListen it -> phrases.text("why.cannot-listen", isolated(it.address()));
        };
    }

    /** What to do about it, said for the fault where there is more to say. */
    String step(Reason reason, NextStep step) {
        String anyFault = Phrases.key("next", step);
        return switch (reason) {
            case Failed it -> phrases.text(known(Phrases.key(anyFault, it.fault()), anyFault));
            case AllFailed it -> step(it.last(), step);
            case OwnNetworkDown it -> phrases.text("next.check-connection.own-network");
            default -> phrases.text(anyFault);
        };
    }

    private String searchedInVain(SearchedInVain it) {
        String vain = phrases.text("why.searched-in-vain", it.tried());
        return it.verdict().isOfPlace() ? vain + " " + phrases.of("verdict", it.verdict()) : vain;
    }

    private String stalled(Stalled it) {
        String key = known(Phrases.key("stalled", it.how()), Phrases.key("verdict", it.verdict()));
        return phrases.text(key, isolated(it.endpoint().name()), amounts.bytes(it.bytes()));
    }

    /** What was seen, and what it means where that is more. */
    String failure(Failed failed) {
        String means = phrases.text(Phrases.key("verdict", failed.verdict()), isolated(failed.endpoint().name()));
        if (failed.verdict().isOfPlace()) {
            return seen(failed) + " " + means;
        }
        return failed.verdict() == failed.plain() ? seen(failed) : means;
    }

    /** Said for the stage where the same fault means something else there. */
    private String seen(Failed failed) {
        String anyStage = Phrases.key("failed", failed.fault());
        String usual = Phrases.key("verdict", failed.plain());
        String key = known(Phrases.key(anyStage, failed.stage()), known(anyStage, usual));
        return phrases.text(key, isolated(failed.endpoint().name()));
    }

    private String known(String special, String general) {
        return phrases.knows(special) ? special : general;
    }
}
