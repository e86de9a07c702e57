package org.byway.net;

import java.util.Optional;

/** An upstream without a life of its own: each stream is a connection, so there is nothing to start or to close. */
public record ProxyUpstream(StreamDialer streams, Optional<PacketDialer> packets) implements Upstream {
    /** One that carries no datagrams. */
    public ProxyUpstream(StreamDialer streams) {
        this(streams, Optional.empty());
    }
}
