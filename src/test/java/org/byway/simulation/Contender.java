package org.byway.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.byway.net.FlowHandler;

/** A way to choose among servers. */
interface Contender {
    List<Contender> ALL = List.of(new Named("random order", RandomOrder::start),
            new Named("fastest by probes", FastestByProbe::start), new Named("Byway", ByEngine::start));

    String title();

    /** A forwarder that knows nothing yet. */
    FlowHandler start(Setting setting);

    /** @param list the only servers that it knows */
    record Setting(VirtualLoop loop, Wire wire, List<Server> list, RandomGenerator random) {}

    /** What a forwarder is made by. */
    @FunctionalInterface
    interface Making {
        FlowHandler of(Setting setting);
    }

    /** A contender by its name. */
    record Named(String title, Making making) implements Contender {
        @Override
        public FlowHandler start(Setting setting) {
            return making.of(setting);
        }
    }
}
