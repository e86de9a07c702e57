package org.byway.net;

import java.util.Optional;

/** An upstream without a life of its own: each stream is a connection, so there is nothing to start or to close. */
public record ProxyUpstream(StreamDialer streams, Optional<PacketDialer> packets, int streamsAtOnce)
        implements
            Upstream {
    /** FAILOVER: "some networks cut more than about 12 parallel TLS sessions to one server". */
    private static final int TLS_SESSIONS = 12;

    public ProxyUpstream(StreamDialer streams, Optional<PacketDialer> packets) {
        this(streams, packets, Integer.MAX_VALUE);
    }

    /** One that carries no datagrams. */
    public ProxyUpstream(StreamDialer streams) {
        this(streams, Optional.empty());
    }

    /** One whose streams are TLS sessions. */
    public static ProxyUpstream overTls(StreamDialer streams) {
        return new ProxyUpstream(streams, Optional.empty(), TLS_SESSIONS);
    }
}
