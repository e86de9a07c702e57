package org.byway.netstack;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the tunnel's configuration gives its near end.
 *
 * @param own       its addresses; the first of each family is used, and at least one is there
 * @param resolvers the tunnel's name servers, the first asked first; where there is none, two that are open to everybody
 */
public record TunnelAddresses(List<InetAddress> own, List<InetAddress> resolvers) {
    /** @throws IllegalArgumentException without an address of its own */
    public TunnelAddresses {
        if (own.isEmpty()) {
            throw new IllegalArgumentException("a tunnel without an address");
        }
        own = List.copyOf(own);
        resolvers = List.copyOf(resolvers);
    }

    Optional<InetAddress> ofFamily(boolean isV6) {
        return own.stream().filter(it -> (it instanceof Inet6Address) == isV6).findFirst();
    }
}
