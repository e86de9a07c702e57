package org.byway.model.endpoint;

import org.byway.model.HostPort;

/**
 * How one server is reached: every connection field of an entry, complete and valid by construction.
 *
 * <p>Equality is identity: equal endpoints are the same server reached the same way.
 */
public sealed interface Endpoint
        permits Socks5Endpoint, Socks4Endpoint, HttpProxyEndpoint, ShadowsocksEndpoint, WireGuardEndpoint,
        UnsupportedEndpoint {
    /** The server's own address; of several, the first. */
    HostPort server();

    /** The word that share links and stored lists use for this kind. */
    String protocol();

    /** Whether this kind of server can carry datagrams (UDP) at all; one of them may still refuse to. */
    boolean carriesPackets();
}
