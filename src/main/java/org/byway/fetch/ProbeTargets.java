package org.byway.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What probes ask for where nothing else is said: the list {@code probe-targets.txt}, of unrelated operators. */
public final class ProbeTargets {
    private static final String FILE = "probe-targets.txt";

    private ProbeTargets() {}

    public static List<WebAddress> usual() {
        List<WebAddress> targets = new ArrayList<>();
        try (InputStream in = ProbeTargets.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("without " + FILE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line : lines.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()) {
                targets.add(WebAddress.parse(line));
            }
        } catch (IOException | FetchException damaged) {
            throw new IllegalStateException("a damaged " + FILE, damaged);
        }
        return targets;
    }
}
