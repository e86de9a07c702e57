package org.byway.netstack.wire;

/** From which address to which; both of one family. */
public record IpRoute(IpAddress source, IpAddress destination) {
    public IpRoute {
        if (source.isV6() != destination.isV6()) {
            throw new IllegalArgumentException("two families of addresses");
        }
    }

    public boolean isV6() {
        return source.isV6();
    }

    public IpRoute reversed() {
        return new IpRoute(destination, source);
    }

    /** What the IP header takes of a packet, in bytes. */
    public int headerBytes() {
        return isV6() ? IpPacket.V6_HEADER_BYTES : IpPacket.V4_HEADER_BYTES;
    }

    long words() {
        return source.words() + destination.words();
    }
}
