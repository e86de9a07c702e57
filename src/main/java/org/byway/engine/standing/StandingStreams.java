package org.byway.engine.standing;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** The streams and ways that go through upstreams now, on all loops. */
@SuppressWarnings("StaticAssignmentOfThrowable") // a dial's failure is a value without a stack trace
public final class StandingStreams {
    private static final AttributeKey<StandingStream> STREAM = AttributeKey.valueOf(StandingStream.class, "stream");
    private static final Duration MOVES = Duration.ofSeconds(2);
    /** How often one that moves is looked at before it is left alone. */
    private static final int LOOKS = 15;
    /** The verdict of ours that ends a stream, which is no further evidence. */
    public static final DialException IS_DOWN = new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.SILENT);

    private final DialWatch watch;
    private final Map<EndpointId, Set<Channel>> channels = new ConcurrentHashMap<>();
    private final Map<EndpointId, StreamPulse> pulses = new ConcurrentHashMap<>();
    private final Map<EventLoop, StallWatch> watches = new ConcurrentHashMap<>();

    public StandingStreams(DialWatch watch) {
        this.watch = watch;
    }

    /** From ready to its end. */
    public void add(EndpointId through, Channel channel) {
        Set<Channel> its = channels.computeIfAbsent(through, any -> ConcurrentHashMap.newKeySet());
        its.add(channel);
        channel.closeFuture().addListener(closed -> its.remove(channel));
    }

    /** Whether it bears as many as it should, so that another one is better asked. */
    public boolean isFull(Candidate candidate) {
        int most = candidate.upstream().streamsAtOnce();
        return most < Integer.MAX_VALUE && channels.getOrDefault(candidate.id(), Set.of()).size() >= most;
    }

    /** From the relay's begin; on the stream's loop. */
    public void watch(StandingStream stream) {
        stream.upstream().attr(STREAM).set(stream);
        EventLoop loop = stream.upstream().eventLoop();
        watches.computeIfAbsent(loop, any -> new StallWatch(loop, this::pulse, watch)).add(stream);
        stream.upstream().closeFuture().addListener(closed -> ended(stream));
    }

    private void ended(StandingStream stream) {
        long now = stream.upstream().eventLoop().ticker().nanoTime();
        stream.look(now);
        StreamPulse pulse = pulse(stream.through());
        pulse.moved(stream.rate()); // most pages are over before anybody looks
        if (stream.isBroken()) {
            pulse.broke(now, stream.came())
                    .ifPresent(how -> watch.saw(new Evidence(stream.through().endpoint(), Optional.empty(), how)));
        }
    }

    /** Resets all of one upstream that was judged down, so that programs reconnect at once; any thread. */
    public void close(EndpointId upstream) {
        channels.getOrDefault(upstream, Set.of())
                .forEach(each -> each.eventLoop().execute(() -> cut(each, LOOKS)));
    }

    /** A server that takes no new streams may still serve those it has: one that moves is looked at again. */
    private static void cut(Channel channel, int looks) {
        if (!channel.isOpen()) { // the program has left while it was looked at again
            return;
        }
        StandingStream stream = channel.attr(STREAM).get();
        if (stream != null && looks > 0 && stream.isServedWithin(MOVES)) {
            channel.eventLoop().schedule(() -> cut(channel, looks - 1), MOVES.toMillis(), TimeUnit.MILLISECONDS);
        } else if (stream == null || looks > 0) {
            if (stream != null) {
                stream.abandon();
            }
            channel.pipeline().fireExceptionCaught(IS_DOWN); // which the relay passes on as a reset
            channel.close();
        }
    }

    private StreamPulse pulse(Candidate through) {
        return pulses.computeIfAbsent(through.id(), any -> new StreamPulse(through.pace()));
    }
}
