package org.byway.model;

import java.net.IDN;
import java.util.Locale;

/**
 * A host, by name or by address, and a port from 1 to 65535; never resolved here.
 *
 * <p>Names are kept in lower case and in ASCII (RFC 3490), IPv6 addresses without brackets.
 */
public record HostPort(String host, int port) {
    /** The longest name that a request of SOCKS5 can carry (RFC 1928, section 5), in bytes. */
    public static final int MAX_HOST_LENGTH = 255;

    /** @throws InvalidValueException where host or port cannot be one */
    public HostPort {
        host = canonical(host);
        requirePort(port);
    }

    /**
     * Reads {@code host:port} or {@code [v6]:port}.
     *
     * @throws InvalidValueException where the text is neither
     */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new InvalidValueException(Problem.NO_PORT);
        }
        String host = text.substring(0, colon);
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        if (!isBracketed && host.indexOf(':') >= 0) {
            throw new InvalidValueException(Problem.IPV6_WITHOUT_BRACKETS);
        }
        return new HostPort(isBracketed ? host.substring(1, host.length() - 1) : host,
                parsePort(text.substring(colon + 1)));
    }

    /**
     * Reads a port.
     *
     * @throws InvalidValueException where the text is none
     */
    public static int parsePort(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException(text.isEmpty() ? Problem.NO_PORT : Problem.BAD_PORT);
        }
        int port = Integer.parseInt(text);
        requirePort(port);
        return port;
    }

    /** Whether the host is an IPv4 or IPv6 address rather than a name. */
    public boolean isAddress() {
        return IpLiteral.isAddress(host);
    }

    public boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }

    /** {@code host:port}, with brackets round an IPv6 address. */
    @Override
    public String toString() {
        return isIpv6() ? "[" + host + "]:" + port : host + ":" + port;
    }

    private static void requirePort(int port) {
        if (port < 1 || port > 65535) {
            throw new InvalidValueException(Problem.BAD_PORT);
        }
    }

    private static String canonical(String host) {
        if (host.isEmpty()) {
            throw new InvalidValueException(Problem.NO_HOST);
        }
        if (host.indexOf(':') >= 0) {
            return IpLiteral.canonicalIpv6(host);
        }
        return ascii(host).toLowerCase(Locale.ROOT);
    }

    private static String ascii(String name) {
        String ascii = name;
        if (!name.chars().allMatch(c -> c > ' ' && c < 127)) {
            try {
                ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException notAName) {
                throw new InvalidValueException(Problem.BAD_HOST);
            }
        }
        boolean isPlain = ascii.chars().allMatch(c -> c > ' ' && c < 127 && "/\\?#@[]\"<>|`{}^%,;".indexOf(c) < 0);
        if (!isPlain || ascii.length() > MAX_HOST_LENGTH || ascii.chars().allMatch(c -> c == '.')) {
            throw new InvalidValueException(Problem.BAD_HOST);
        }
        return ascii;
    }
}
