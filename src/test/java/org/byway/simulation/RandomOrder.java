package org.byway.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.byway.net.Deadlines;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.Upstream;

/** One server until it fails, then the next of a shuffled list, for a request as long as Byway's budget is. */
final class RandomOrder implements FlowHandler {
    private final VirtualLoop loop;
    private final List<Server> order;
    private final Wire wire;
    private int current;

    private RandomOrder(Contender.Setting setting) {
        loop = setting.loop();
        wire = setting.wire();
        order = new ArrayList<>(setting.list());
        Collections.shuffle(order, Random.from(setting.random()));
    }

    static FlowHandler start(Contender.Setting setting) {
        return new RandomOrder(setting);
    }

    @Override
    public void open(Flow flow) {
        attempt(flow, loop.now().plus(Deadlines.DEFAULT.flow()));
    }

    private void attempt(Flow flow, Duration until) {
        int asked = current;
        Upstream through = wire.upstream(order.get(asked % order.size()).entry().endpoint());
        Attempt.begin(flow, through, new Attempt.Course() {
            @Override
            public void notOpened(DialException why) {
                leave(asked);
                if (loop.now().compareTo(until) < 0) {
                    attempt(flow, until);
                } else {
                    flow.reply().failed(why);
                }
            }

            @Override
            public void unanswered() {
                leave(asked);
            }
        });
    }

    /** Several requests may find out at once. */
    private void leave(int failed) {
        current = current == failed ? failed + 1 : current;
    }
}
