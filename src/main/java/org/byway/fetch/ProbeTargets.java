package org.byway.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What probes ask for where nothing else is said: the list {@code probe-targets.txt}, of unrelated operators. */
public final class ProbeTargets {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeTargets.class);
    private static final String FILE = "probe-targets.txt";

    private ProbeTargets() {}

    /** A person's own; what is no address is passed over and logged. */
    public static List<WebAddress> of(List<String> texts) {
        List<WebAddress> targets = new ArrayList<>();
        for (String text : texts) {
            try {
                targets.add(WebAddress.parse(text));
            } catch (FetchException notOne) {
                LOG.warn("a probe target of the settings is no http(s) address");
            }
        }
        return targets;
    }

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
