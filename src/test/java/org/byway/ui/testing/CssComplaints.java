package org.byway.ui.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What JavaFX logs about stylesheets that it cannot follow. */
public final class CssComplaints extends Handler {
    /** Kept, because a logger that nobody holds may be collected with its handlers. */
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    private final List<String> heard = new CopyOnWriteArrayList<>();

    public void listen() {
        STYLES.addHandler(this);
    }

    public List<String> heard() {
        STYLES.removeHandler(this);
        return heard;
    }

    @Override
    public void publish(LogRecord complaint) {
        heard.add(complaint.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
