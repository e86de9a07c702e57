package org.byway.words;

import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;

/** What a probe has found, for people: the stage that failed, what was seen, whose fault it is. */
record Verdicts(Words words, Reasons reasons) {
    String sentence(ListEntry entry, ProbeVerdict verdict) {
        return switch (verdict) {
            case ProbeVerdict.Works it -> words.text("test.works", words.bytes(it.bytes()));
            case ProbeVerdict.Unsupported it -> words.naming("test.unsupported", entry.endpoint().protocol());
            case ProbeVerdict.NotOpened it -> words.constant("stage", it.stage()) + ": "
                    + reasons.failure(new Reason.Failed(new NamedEndpoint(entry.id(), entry.name()), it.stage(),
                            it.fault()))
                    + " " + words.constant("blame", it.blame());
            case ProbeVerdict.NoAnswer it -> words.text("test.no-answer");
            case ProbeVerdict.Freezes it -> words.text("test.freezes", words.bytes(it.bytes()));
            case ProbeVerdict.TooSlow it -> words.text("test.too-slow", words.bytes(it.bytes()));
            case ProbeVerdict.WrongAnswer it when it.isOfAnother() -> words.constant("verdict", Verdict.CAPTIVE_PORTAL);
            case ProbeVerdict.WrongAnswer it -> it.status() == 0
                    ? words.text("test.wrong-answer")
                    : words.text("test.wrong-status", it.status());
        };
    }
}
