package org.byway.engine.opening;

import java.time.Duration;
import java.util.function.Supplier;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.choice.Selector;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.standing.StandingStreams;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.TrafficMeter;

/**
 * Opens what local programs ask for through upstreams, and never directly: it knows no other way.
 *
 * @param budget for a program's request up to its answer, every try included
 */
public record FlowOpener(EndpointPool pool, Supplier<Selector> selector, DialWatch watch, Search search, Uplink uplink,
        RivalBudget rivals,
        StandingStreams standing, TrafficMeter meter, Duration budget) implements FlowHandler {
    @Override
    public void open(Flow flow) {
        new Opening(this, flow).start();
    }
}
