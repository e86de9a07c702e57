package org.byway.net;

import org.byway.model.endpoint.Endpoint;

/** Builds an upstream over whatever carries it, so that chains are free. */
@FunctionalInterface
public interface UpstreamFactory {
    Upstream create(Endpoint endpoint, StreamDialer streams, PacketDialer packets);
}
