package org.byway.engine.pool;

import java.util.List;
import java.util.Optional;
import org.byway.model.EndpointId;

/** How the engine chooses among endpoints; the person's choice, which survives in the settings as its {@link #text()}. */
public sealed interface Strategy {
    Strategy DEFAULT = new Automatic();

    /** Every strategy that needs no further word, in the order in which they are offered. */
    List<Strategy> NAMED = List.of(DEFAULT, new Ordered(), new Fastest(), new Spread());

    /** Begins the text of one endpoint and no other; what follows is its id. */
    String PINNED = "pinned:";

    /** As on the command line and in the settings. */
    String text();

    /** What it makes of a list. */
    Order order();

    /** The strategy that has this text; absent where none has. */
    static Optional<Strategy> of(String text) {
        if (text.startsWith(PINNED)) {
            return EndpointId.of(text.substring(PINNED.length())).map(Pinned::new);
        }
        return NAMED.stream().filter(it -> it.text().equals(text)).findFirst();
    }

    /** What works, staying with it; otherwise the list's order. */
    record Automatic() implements Strategy {
        @Override
        public String text() {
            return "automatic";
        }

        @Override
        public Order order() {
            return new AutomaticOrder();
        }
    }

    /** The first of the list that does not rest after failures: an earlier one is returned to. */
    record Ordered() implements Strategy {
        @Override
        public String text() {
            return "ordered";
        }

        @Override
        public Order order() {
            return new ListOrder();
        }
    }

    /** The one whose server opens connections fastest, once a few were measured; a slight lead moves nothing. */
    record Fastest() implements Strategy {
        @Override
        public String text() {
            return "fastest";
        }

        @Override
        public Order order() {
            return new FastestOrder();
        }
    }

    /** Hosts over all that work; one host keeps one endpoint, so that log-ins hold. */
    record Spread() implements Strategy {
        @Override
        public String text() {
            return "spread";
        }

        @Override
        public Order order() {
            return new SpreadOrder();
        }
    }

    /** This one and no other: where it fails, programs get an error. */
    record Pinned(EndpointId id) implements Strategy {
        @Override
        public String text() {
            return PINNED + id;
        }

        @Override
        public Order order() {
            return new PinnedOrder(id);
        }
    }
}
