package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** The streams and ways that go through upstreams now, on all loops. */
final class StandingStreams implements Standing {
    private final DialWatch watch;
    private final Map<EndpointId, Set<Channel>> channels = new ConcurrentHashMap<>();
    private final Map<EndpointId, StreamPulse> pulses = new ConcurrentHashMap<>();
    private final Map<EventLoop, StallWatch> watches = new ConcurrentHashMap<>();

    StandingStreams(DialWatch watch) {
        this.watch = watch;
    }

    /** From ready to its end. */
    void add(EndpointId through, Channel channel) {
        Set<Channel> its = channels.computeIfAbsent(through, any -> ConcurrentHashMap.newKeySet());
        its.add(channel);
        channel.closeFuture().addListener(closed -> its.remove(channel));
    }

    /** Whether it bears as many as it should, so that another one is better asked. */
    boolean isFull(Candidate candidate) {
        int most = candidate.upstream().streamsAtOnce();
        return most < Integer.MAX_VALUE && channels.getOrDefault(candidate.id(), Set.of()).size() >= most;
    }

    /** From the relay's begin; on the stream's loop. */
    void watch(StandingStream stream) {
        EventLoop loop = stream.upstream().eventLoop();
        watches.computeIfAbsent(loop, any -> new StallWatch(loop, this::pulse, watch)).add(stream);
    }

    @Override
    public void close(EndpointId upstream) {
        DialException isDown = new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.SILENT);
        channels.getOrDefault(upstream, Set.of()).forEach(each -> each.eventLoop().execute(() -> {
            each.pipeline().fireExceptionCaught(isDown); // which the relay passes on as a reset
            each.close();
        }));
    }

    private StreamPulse pulse(Candidate through) {
        return pulses.computeIfAbsent(through.id(), any -> new StreamPulse(through.pace()));
    }
}
