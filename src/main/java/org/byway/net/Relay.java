package org.byway.net;

import io.netty.channel.Channel;
import java.time.Duration;

/**
 * Ties a local program's channel to an upstream's: both directions, back-pressure, half-close, and a deadline for silence
 * once one side has finished. Both channels must give bytes at the end of their pipelines, reading off, and be on one loop.
 *
 * <p>The only class that copies payload.
 */
public final class Relay {
    /** How long one side may stay silent after the other has finished; twice an ordinary long poll. */
    static final Duration HALF_CLOSED_SILENCE = Duration.ofMinutes(2);

    private final RelayEnd fromClient;
    private final RelayEnd fromUpstream;

    private Relay(RelayEnd fromClient, RelayEnd fromUpstream) {
        this.fromClient = fromClient;
        this.fromUpstream = fromUpstream;
    }

    public static Relay join(Channel client, Channel upstream, TrafficMeter meter) {
        RelayEnd fromClient = new RelayEnd(upstream, meter::countUp);
        RelayEnd fromUpstream = new RelayEnd(client, meter::countDown);
        client.pipeline().addLast(fromClient);
        upstream.pipeline().addLast(fromUpstream);
        if (client.isActive() && upstream.isActive()) {
            client.config().setAutoRead(true);
            upstream.config().setAutoRead(true);
        } else {
            client.close();
            upstream.close();
        }
        return new Relay(fromClient, fromUpstream);
    }

    /** Whether the upstream's side ended by itself, by an end or a reset; on the loop. */
    public boolean hasUpstreamEnded() {
        return fromUpstream.hasEnded();
    }

    /** Bytes from the client so far; on the loop, as {@link #down}. */
    public long up() {
        return fromClient.moved();
    }

    /** Bytes from the upstream so far. */
    public long down() {
        return fromUpstream.moved();
    }
}
