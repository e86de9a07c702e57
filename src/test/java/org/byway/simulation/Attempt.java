package org.byway.simulation;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.net.Relay;
import org.byway.net.TrafficMeter;
import org.byway.net.Upstream;

/** One request through one server, as a forwarder does it that does not race. */
final class Attempt {
    private static final TrafficMeter METER = new TrafficMeter();

    private Attempt() {}

    /** What is learned of it. */
    interface Course {
        /** Never ready. */
        void notOpened(DialException why);

        /** Ready, and the program went without having got a byte. */
        void unanswered();
    }

    /** Dials, and once that is ready tells the program so and relays. */
    static Future<Channel> begin(Flow flow, Upstream through, Course course) {
        Future<Channel> dial = through.streams().dial(flow.to(), flow.client().eventLoop());
        flow.client().closeFuture().addListener(gone -> dial.cancel(false));
        dial.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                flow.reply().succeeded();
                Relay relay = Relay.join(flow.client(), done.getNow(), METER);
                flow.client().closeFuture().addListener(gone -> {
                    if (relay.down() == 0) {
                        course.unanswered();
                    }
                });
            } else if (done.cause() instanceof DialException why) {
                course.notOpened(why);
            }
        });
        return dial;
    }
}
