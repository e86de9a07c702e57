package org.byway.inbound;

import java.util.HexFormat;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;

/**
 * A request target in absolute form (RFC 9112, section 3.2.2), as a proxy gets it.
 *
 * @param authority what the {@code Host} field has to say
 * @param origin    the path and query as they came, possibly empty
 */
record AbsoluteTarget(Destination to, String authority, String origin) {
    private static final String HTTP = "http://";
    private static final int HTTP_PORT = 80;

    /** Absent where the target is not {@code http://host[:port][/path][?query]}. */
    static Optional<AbsoluteTarget> parse(String target) {
        if (!target.regionMatches(true, 0, HTTP, 0, HTTP.length())) {
            return Optional.empty();
        }
        int end = HTTP.length();
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        String userAndAuthority = target.substring(HTTP.length(), end);
        String authority = userAndAuthority.substring(userAndAuthority.lastIndexOf('@') + 1);
        String path = target.substring(end);
        int fragment = path.indexOf('#');
        String origin = fragment < 0 ? path : path.substring(0, fragment);
        try {
            return Optional.of(new AbsoluteTarget(destination(authority), authority, origin));
        } catch (InvalidValueException notADestination) {
            return Optional.empty();
        }
    }

    /** RFC 9112, sections 3.2.1 and 3.2.4: an empty path is sent as "/", or as "*" where the whole server is asked. */
    String originFor(String method) {
        if (origin.isEmpty() && method.equals("OPTIONS")) {
            return "*";
        }
        return asciiOnly(origin.startsWith("/") ? origin : "/" + origin);
    }

    /** RFC 3986, section 2.1: what came as raw bytes beyond ASCII leaves percent-encoded, each byte for itself. */
    private static String asciiOnly(String path) {
        StringBuilder ascii = new StringBuilder();
        path.chars().forEach(each -> {
            if (each > '~') {
                ascii.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) each));
            } else {
                ascii.append((char) each);
            }
        });
        return ascii.toString();
    }

    private static Destination destination(String authority) {
        boolean hasPort = authority.lastIndexOf(':') > authority.lastIndexOf(']');
        return new Destination(HostPort.parse(hasPort ? authority : authority + ":" + HTTP_PORT));
    }
}
