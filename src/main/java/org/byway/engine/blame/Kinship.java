package org.byway.engine.blame;

import java.net.InetAddress;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Endpoint;

/**
 * What endpoints may have in common, and so lose together: blocks come by network, name, protocol and port (FAILOVER, "Shared
 * fate").
 *
 * @param network the /16 of an IPv4 address, the /32 of an IPv6 address, the end of a name that its owner registered
 */
public record Kinship(String network, String host, String protocol, int port) {
    private static final int SAME_HOST = 8;
    private static final int SAME_NETWORK = 4;
    private static final int SAME_PROTOCOL = 2;
    private static final int SAME_PORT = 1;

    public static Kinship of(Endpoint endpoint) {
        HostPort server = endpoint.server();
        return new Kinship(network(server), server.host(), endpoint.protocol(), server.port());
    }

    public static String network(HostPort server) {
        return server.isAddress() ? prefix(server) : registered(server.host());
    }

    /** From 0; what is shared by fewer weighs more than all that is shared by many. */
    public int likeness(Kinship other) {
        return (host.equals(other.host) ? SAME_HOST : 0) + (network.equals(other.network) ? SAME_NETWORK : 0)
                + (protocol.equals(other.protocol) ? SAME_PROTOCOL : 0) + (port == other.port ? SAME_PORT : 0);
    }

    private static String prefix(HostPort server) {
        byte[] address = InetAddress.ofLiteral(server.host()).getAddress();
        int first = pair(address, 0);
        return server.isIpv6()
                ? Integer.toHexString(first) + ":" + Integer.toHexString(pair(address, 2))
                : first / 256
                        + "." + first % 256;
    }

    private static int pair(byte[] address, int at) {
        return ((address[at] & 0xff) << 8) | (address[at + 1] & 0xff);
    }

    /** Two labels, or three where the last two look like a country's "co.uk"; without the public suffix list, so a guess. */
    private static String registered(String name) {
        int last = name.lastIndexOf('.');
        int second = name.lastIndexOf('.', last - 1);
        boolean isOfCountry = name.length() - last - 1 == 2 && last - second - 1 <= 3;
        int start = isOfCountry && second > 0 ? name.lastIndexOf('.', second - 1) : second;
        return name.substring(start + 1);
    }
}
