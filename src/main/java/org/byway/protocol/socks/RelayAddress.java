package org.byway.protocol.socks;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.net.SocksAddress;

/** Where a SOCKS5 server wants its datagrams. */
final class RelayAddress {
    private RelayAddress() {}

    /**
     * Reads BND.ADDR and BND.PORT. Where the address is "any", or one of a private net that the server itself is not
     * known to be in, the server is meant: many stand behind a translation of addresses and name what they see.
     *
     * @throws org.byway.model.InvalidValueException where the port is none
     */
    static Destination read(ByteBuf bound, HostPort server) {
        Destination named = SocksAddress.read(bound);
        if (!named.address().isAddress()) {
            return named;
        }
        InetAddress address = InetAddress.ofLiteral(named.host());
        return address.isAnyLocalAddress() || (isPrivate(address) && !isInPrivateNet(server))
                ? Destination.of(server.host(), named.port())
                : named;
    }

    private static boolean isInPrivateNet(HostPort server) {
        return server.isAddress() && isPrivate(InetAddress.ofLiteral(server.host()));
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || (address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc); // RFC 4193
    }
}
