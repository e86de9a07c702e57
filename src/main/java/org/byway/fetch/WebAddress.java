package org.byway.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.byway.fetch.FetchException.Kind;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Secret;

/**
 * An http or https address in the parts that a request needs; prints its server only.
 *
 * @param target path and query, percent-encoded (RFC 9112, section 3.2.1, origin-form)
 * @param login  the value of the header Authorization, where the address holds a user name
 */
public record WebAddress(boolean isSecure, HostPort server, Secret target, Optional<Secret> login) {
    /** @throws FetchException of kind {@code BAD_ADDRESS} */
    public static WebAddress parse(String text) throws FetchException {
        try {
            return of(new URI(encoded(text.strip())));
        } catch (URISyntaxException | InvalidValueException notAnAddress) {
            throw new FetchException(Kind.BAD_ADDRESS);
        }
    }

    /** The address that a header Location means (RFC 9110, section 10.2.2), without the login of this one. */
    WebAddress resolve(String location) throws FetchException {
        try {
            URI here = new URI((isSecure ? "https://" : "http://") + server + target.reveal());
            return of(here.resolve(new URI(encoded(location.strip()))));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            throw new FetchException(Kind.BAD_ADDRESS);
        }
    }

    /** The value of the header Host: the port only where it is not the usual one. */
    String hostHeader() {
        boolean isUsual = server.port() == usualPort(isSecure);
        String whole = server.toString();
        return isUsual ? whole.substring(0, whole.lastIndexOf(':')) : whole;
    }

    @Override
    public String toString() {
        return (isSecure ? "https://" : "http://") + server;
    }

    private static WebAddress of(URI uri) throws FetchException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean isSecure = scheme.equals("https");
        String authority = uri.getRawAuthority();
        if (authority == null || !(isSecure || scheme.equals("http"))) {
            throw new FetchException(Kind.BAD_ADDRESS);
        }
        int at = authority.lastIndexOf('@');
        String address = authority.substring(at + 1);
        boolean hasPort = address.indexOf(':', address.indexOf(']') + 1) >= 0;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new WebAddress(isSecure, HostPort.parse(hasPort ? address : address + ":" + usualPort(isSecure)),
                Secret.of(path + query), at < 0 ? Optional.empty() : Optional.of(basic(authority.substring(0, at))));
    }

    private static int usualPort(boolean isSecure) {
        return isSecure ? 443 : 80;
    }

    /** RFC 7617, section 2. */
    private static Secret basic(String userInfo) {
        String plain = java.net.URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        String pair = plain.indexOf(':') < 0 ? plain + ":" : plain;
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Encodes what people paste and no address may hold: spaces, other scripts, bars; a host in another script is left. */
    private static String encoded(String text) {
        int pathStart = text.indexOf('/', text.indexOf("://") + 3);
        int from = pathStart < 0 ? text.length() : pathStart;
        StringBuilder encoded = new StringBuilder(text.substring(0, from));
        for (byte b : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == 127 || "\"<>\\^`{|}".indexOf(b) >= 0) {
                HexFormat.of().withUpperCase().toHexDigits(encoded.append('%'), b);
            } else {
                encoded.append((char) b);
            }
        }
        return encoded.toString();
    }
}
