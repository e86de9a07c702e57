package org.byway.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.byway.control.ReasonFields;
import org.byway.engine.reason.Verdict;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.words.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A verdict as one JSON object a line, as they come; the fields are a promise to scripts, the reasons English sentences. */
record JsonVerdicts(PrintWriter out, Words english) implements VerdictPrinter {
    @Override
    public void add(ListEntry entry, ProbeVerdict verdict) {
        ObjectNode line = JsonMapper.shared().createObjectNode().put("id", entry.id().text())
                .put("name", entry.name()).put("protocol", entry.endpoint().protocol())
                .put("server", entry.endpoint().server().toString())
                .put("works", verdict instanceof ProbeVerdict.Works);
        switch (verdict) {
            case ProbeVerdict.Works it -> line.put("openedMs", it.opened().toMillis())
                    .put("firstByteMs", it.firstByte().toMillis()).put("wholeMs", it.whole().toMillis())
                    .put("bytes", it.bytes());
            case ProbeVerdict.Unsupported it -> line.put("fault", "unsupported").put("blame", "this-version");
            case ProbeVerdict.NotOpened it -> failed(line, word(it.stage()), word(it.fault())).put("blame",
                    word(it.blame()));
            case ProbeVerdict.NoAnswer it -> failed(line, "first-byte", "silent").put("openedMs",
                    it.opened().toMillis());
            case ProbeVerdict.Freezes it -> failed(line, "fetch", "freezes").put("openedMs", it.opened().toMillis())
                    .put("firstByteMs", it.firstByte().toMillis()).put("bytes", it.bytes());
            case ProbeVerdict.TooSlow it -> failed(line, "fetch", "slow").put("openedMs", it.opened().toMillis())
                    .put("firstByteMs", it.firstByte().toMillis()).put("bytes", it.bytes());
            case ProbeVerdict.WrongAnswer it -> failed(line, "fetch", word(it.kind()))
                    .put("openedMs", it.opened().toMillis()).put("status", it.status());
        }
        Verdict.of(verdict).ifPresent(it -> ReasonFields.put(line, it));
        if (verdict instanceof ProbeVerdict.Freezes it) {
            ReasonFields.putKilobytes(line, it.bytes());
        }
        if (!(verdict instanceof ProbeVerdict.Works)) {
            line.put("reason", Isolates.remove(english.sentence(entry, verdict)));
        }
        out.println(line);
        out.flush();
    }

    @Override
    public void end() {
        out.flush();
    }

    private static ObjectNode failed(ObjectNode line, String stage, String fault) {
        return line.put("stage", stage).put("fault", fault);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
