package org.byway.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.byway.engine.EngineEvent;
import org.byway.words.Words;

/** Events as sentences, for people; traffic is left to those who ask for JSON. */
record PlainEvents(PrintWriter out, Words words) implements EventPrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Override
    public void print(EngineEvent event) {
        if (!(event instanceof EngineEvent.TrafficCounted)) {
            out.println(
                    TIME.format(LocalTime.now(ZoneId.systemDefault())) + " " + Isolates.remove(words.sentence(event)));
            out.flush();
        }
    }
}
