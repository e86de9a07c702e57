package org.byway.testing;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.byway.model.Destination;
import org.byway.net.StreamDialer;

/** A dialer over another that remembers where it went and what it opened. */
public final class RecordingDialer implements StreamDialer {
    private final StreamDialer carrier;
    private final Queue<Destination> dialled = new ConcurrentLinkedQueue<>();
    private final Queue<Channel> opened = new ConcurrentLinkedQueue<>();

    public RecordingDialer(StreamDialer carrier) {
        this.carrier = carrier;
    }

    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        dialled.add(to);
        return carrier.dial(to, loop).addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                opened.add(done.getNow());
            }
        });
    }

    public List<Destination> dialled() {
        return List.copyOf(dialled);
    }

    public List<Channel> opened() {
        return List.copyOf(opened);
    }
}
