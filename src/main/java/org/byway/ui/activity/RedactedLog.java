package org.byway.ui.activity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.byway.engine.Activity;
import org.byway.words.Words;

/**
 * What happened, as text to be given to somebody who helps: names of endpoints are numbers in it, and addresses are left out,
 * so that it does not tell which servers a person has.
 */
final class RedactedLog {
    private static final Pattern QUOTED_NAME = Pattern.compile("NamedEndpoint\\[id=([^,]*), name=(.*?)](?=[,\\]])");
    /** IPv4, IPv6 in brackets, and names of hosts, with or without a port; but for the loopback. */
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.])(?!127\\.0\\.0\\.1)(?:\\d{1,3}(?:\\.\\d{1,3}){3}"
            + "|\\[[0-9a-fA-F:]+]|(?:[a-zA-Z0-9-]+\\.)+[a-zA-Z]{2,})(?::\\d+)?");

    private final Words words;
    private final Map<String, String> names = new LinkedHashMap<>();

    RedactedLog(Words words) {
        this.words = words;
    }

    /** A line for each, in their order. */
    String write(List<Activity> lines) {
        lines.forEach(line -> remember(line.event().toString()));
        StringBuilder text = new StringBuilder();
        for (Activity line : lines) {
            text.append(time(line.at())).append("  ").append(redacted(words.sentence(line.event()))).append('\n')
                    .append("    ").append(redacted(line.event().toString())).append('\n');
        }
        return text.toString();
    }

    /** What a value prints of itself says which names it speaks of. */
    private void remember(String event) {
        QUOTED_NAME.matcher(event + ",").results().forEach(found -> names.computeIfAbsent(found.group(2),
                name -> words.text("activity.endpoint", words.number(names.size() + 1L))));
    }

    private String redacted(String text) {
        String without = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            without = without.replace(name.getKey(), name.getValue());
        }
        return ADDRESS.matcher(without).replaceAll("…");
    }

    private static String time(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}
