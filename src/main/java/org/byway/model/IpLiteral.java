package org.byway.model;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses from names, without ever asking a resolver. */
final class IpLiteral {
    private IpLiteral() {}

    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || isIpv4(host);
    }

    /** @throws InvalidValueException where the text is no IPv6 address without zone */
    static String canonicalIpv6(String text) {
        if (text.indexOf('%') >= 0) {
            // a zone is a name of this computer's own network card: it means nothing to a server
            throw new InvalidValueException(Problem.IPV6_WITH_ZONE);
        }
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            // a mapped address (::ffff:1.2.3.4) comes back as IPv4
            return address instanceof Inet6Address ? compressed(address.getAddress()) : address.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            throw new InvalidValueException(Problem.BAD_IPV6);
        }
    }

    /** RFC 5952, section 4: lower case, no leading zeros, the longest run of two or more zero groups as "::". */
    private static String compressed(byte[] address) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int start = 0; start < 8; start++) {
            int length = 0;
            while (start + length < 8 && groups[start + length] == 0) {
                length++;
            }
            if (length > bestLength) {
                bestStart = start;
                bestLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static boolean isIpv4(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean isDecimal = !part.isEmpty() && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isDecimal || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }
}
