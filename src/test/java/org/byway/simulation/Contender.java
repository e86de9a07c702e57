package org.byway.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.byway.net.FlowHandler;

/**
 * A way to choose among servers.
 *
 * @param forwarder makes one that knows nothing yet
 */
record Contender(String title, Function<Setting, FlowHandler> forwarder) {
    static final Contender RANDOM = new Contender("random order", RandomOrder::start);
    static final Contender FASTEST = new Contender("fastest by probes", FastestByProbe::start);
    static final Contender BYWAY = new Contender("Byway", ByEngine::start);

    /** @param list the only servers that it knows */
    record Setting(VirtualLoop loop, Wire wire, List<Server> list, RandomGenerator random) {}
}
