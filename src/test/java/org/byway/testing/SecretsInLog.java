package org.byway.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged, at every level, while this is open; to be searched for what must not be there. */
public final class SecretsInLog extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Listens from here on. */
    public SecretsInLog() {
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    /** All that was logged so far, stack traces included. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord record) {
        StringWriter text = new StringWriter();
        text.append(getFormatter().formatMessage(record));
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(levelBefore);
    }
}
