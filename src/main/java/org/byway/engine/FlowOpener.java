package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.Relay;
import org.byway.net.StreamDialer;
import org.byway.net.TrafficMeter;

/** Opens what a local program asked for: dials, answers the program only when the dial is confirmed, then relays. */
final class FlowOpener implements FlowHandler {
    private final StreamDialer dialer;
    private final TrafficMeter meter;

    FlowOpener(StreamDialer dialer, TrafficMeter meter) {
        this.dialer = dialer;
        this.meter = meter;
    }

    @Override
    public void open(Flow flow) {
        Future<Channel> dial = dialer.dial(flow.to(), flow.client().eventLoop());
        flow.client().closeFuture().addListener(gone -> dial.cancel(false));
        dial.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                flow.reply().succeeded();
                Relay.join(flow.client(), done.getNow(), meter);
            } else if (done.cause() instanceof DialException why) {
                flow.reply().failed(why);
            }
        });
    }
}
