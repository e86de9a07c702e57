package org.byway.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The toolkit's own log of its pulses ({@code javafx.pulseLogger}), taken from where it is printed. Those below its threshold
 * are printed in brackets and without parts, which is easily overlooked; here every pulse counts.
 */
final class PulseLog implements AutoCloseable {
    private static final Pattern PULSE = Pattern.compile("(?:PULSE: \\d+ \\[|\\[\\d+ )-?\\d+ms:(\\d+)ms\\]");

    private final PrintStream usual = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    /**
     * One pulse.
     *
     * @param millis from its begin on the window's thread to the end of its painting on the painter's
     * @param parts  as the toolkit tells them: which thread, when in the pulse, how long, what
     */
    record Pulse(int millis, String parts) {}

    private PulseLog() {}

    /** Before the toolkit is started. */
    static PulseLog open() {
        System.setProperty("javafx.pulseLogger", "true");
        System.setProperty("javafx.pulseLogger.threshold", "-1");
        PulseLog opened = new PulseLog();
        System.setErr(new PrintStream(opened.log, true, StandardCharsets.UTF_8));
        return opened;
    }

    /** Those since this was asked last. */
    List<Pulse> take() {
        String text = log.toString(StandardCharsets.UTF_8);
        log.reset();
        return read(text);
    }

    static List<Pulse> read(String text) {
        List<Pulse> pulses = new ArrayList<>();
        Matcher found = PULSE.matcher(text);
        boolean isFound = found.find();
        while (isFound) {
            int millis = Integer.parseInt(found.group(1));
            int end = found.end();
            isFound = found.find();
            pulses.add(new Pulse(millis, text.substring(end, isFound ? found.start() : text.length()).strip()));
        }
        return pulses;
    }

    @Override
    public void close() {
        System.setErr(usual);
    }
}
