package org.byway.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file of WireGuard or AmneziaWG: one {@code [Interface]} and its {@code [Peer]}s, which make one entry. Its
 * verdict stands at the line of {@code [Interface]}, or at the line that is wrong; the other lines have nothing to say alone.
 */
final class WireGuardFileImporter implements ListImporter {
    private static final int PEEK = 8192;
    private static final String ENDING = ".conf";

    @Override
    public boolean recognises(String text) {
        String start = text.substring(0, Math.min(PEEK, text.length()));
        return start.indexOf('\0') < 0 && start.lines().anyMatch(it -> section(Line.clean(it)).equals("[interface]"));
    }

    @Override
    public ImportResult read(String text, String source) {
        Reading reading = new Reading();
        int number = 0;
        for (String raw : text.split("\r\n|\r|\n", -1)) {
            number++;
            reading.add(Line.clean(raw), number);
        }
        return new ImportResult(reading.verdicts(source));
    }

    /** The one entry of a text that holds nothing else, as another format wraps it. */
    static Found readOne(String text, String name) throws RejectedException {
        Reading reading = new Reading();
        int number = 0;
        for (String raw : text.split("\r\n|\r|\n", -1)) {
            number++;
            reading.add(Line.clean(raw), number);
        }
        try {
            return new Found(reading.endpoint(), reading.name.isEmpty() ? name : reading.name);
        } catch (BadFieldException bad) {
            throw new RejectedException(Rejection.of(bad.problem()));
        }
    }

    private static String section(String line) {
        return line.startsWith("[") ? line.replaceAll("\\s", "").toLowerCase(Locale.ROOT) : "";
    }

    /** What a file says so far, and where. */
    private static final class Reading {
        private final WireGuardFields own = new WireGuardFields();
        private final List<WireGuardFields> peers = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final List<Integer> spoken = new ArrayList<>();
        private @Nullable WireGuardFields current;
        private String name = "";
        private int interfaceAt;

        void add(String line, int number) {
            if (line.isEmpty()) {
                return;
            }
            spoken.add(number);
            String section = section(line);
            if (section.equals("[interface]")) {
                interfaceAt = interfaceAt == 0 ? number : interfaceAt;
                current = own;
            } else if (section.equals("[peer]")) {
                current = new WireGuardFields();
                peers.add(current);
            } else if (line.startsWith("#") || line.startsWith(";")) {
                addComment(line.substring(1).strip());
            } else {
                addField(line, number);
            }
        }

        private void addComment(String comment) {
            int equals = comment.indexOf('=');
            if (name.isEmpty() && equals > 0 && comment.substring(0, equals).strip().equalsIgnoreCase("name")) {
                name = comment.substring(equals + 1).strip();
            }
        }

        private void addField(String line, int number) {
            int equals = line.indexOf('=');
            if (current == null || equals < 0) {
                return;
            }
            // special datagrams are in angle brackets and may hold anything else
            String value = line.substring(equals + 1);
            int comment = value.indexOf('#');
            current.add(line.substring(0, equals), comment < 0 ? value : value.substring(0, comment));
            places.put(WireGuardFields.key(line.substring(0, equals)), number);
        }

        WireGuardEndpoint endpoint() throws BadFieldException {
            return WireGuardFields.endpoint(own, peers);
        }

        List<LineVerdict> verdicts(String source) {
            if (spoken.isEmpty()) {
                return List.of();
            }
            LineVerdict verdict = verdict(source);
            List<LineVerdict> all = new ArrayList<>();
            for (int line : spoken) {
                all.add(line == verdict.line() ? verdict : new LineVerdict.Ignored(line));
            }
            return all;
        }

        private LineVerdict verdict(String source) {
            int at = interfaceAt == 0 ? spoken.getFirst() : interfaceAt;
            if (interfaceAt == 0) {
                return new LineVerdict.Rejected(at, Rejection.NOT_AN_ENTRY, "");
            }
            try {
                return new Found(endpoint(), name.isEmpty() ? stem(source) : name).verdict(at, source);
            } catch (BadFieldException bad) {
                return new LineVerdict.Rejected(places.getOrDefault(bad.field(), at), Rejection.of(bad.problem()), "");
            }
        }

        /** Of a file {@code berlin.conf} the name is known without a comment. */
        private static String stem(String source) {
            String file = source.substring(source.lastIndexOf('/') + 1);
            return file.toLowerCase(Locale.ROOT).endsWith(ENDING)
                    ? file.substring(0, file.length() - ENDING.length())
                    : "";
        }
    }
}
