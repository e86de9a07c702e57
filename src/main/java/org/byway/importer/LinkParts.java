package org.byway.importer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;

/**
 * A share link in its parts, none of them decoded but the parameters and the name.
 *
 * <p>{@link java.net.URI} refuses much that real links hold: a port of {@code 443,5000-6000}, spaces, a bar, a slash of
 * Base64 in the user name.
 *
 * @param userInfo what stands before the last "@", empty where there is none
 * @param address  host and port as they stand, without path
 */
record LinkParts(String scheme, String userInfo, String address, String path, Map<String, String> query, String name) {
    /** @param text begins with {@code scheme://} */
    static LinkParts of(String text) {
        int schemeEnd = text.indexOf("://");
        String scheme = text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        String rest = text.substring(schemeEnd + 3);
        int hash = rest.indexOf('#');
        String name = hash < 0 ? "" : rest.substring(hash + 1);
        // words after the link belong to whoever wrote them
        String body = firstWord(hash < 0 ? rest : rest.substring(0, hash));
        int mark = body.indexOf('?');
        Map<String, String> query = query(mark < 0 ? "" : body.substring(mark + 1));
        String hierarchy = mark < 0 ? body : body.substring(0, mark);
        int at = hierarchy.substring(0, endOfUserInfo(scheme, hierarchy)).lastIndexOf('@');
        String afterUser = hierarchy.substring(at + 1);
        int slash = afterUser.indexOf('/');
        return new LinkParts(scheme, at < 0 ? "" : hierarchy.substring(0, at),
                slash < 0 ? afterUser : afterUser.substring(0, slash), slash < 0 ? "" : afterUser.substring(slash),
                query, hash < 0 ? query.getOrDefault("remarks", "") : Percent.decodeName(name));
    }

    /** Only the schemes of the web have paths in which an "@" may stand; elsewhere a slash may be one of Base64. */
    private static int endOfUserInfo(String scheme, String hierarchy) {
        int slash = scheme.startsWith("http") ? hierarchy.indexOf('/') : -1;
        return slash < 0 ? hierarchy.length() : slash;
    }

    boolean hasPath() {
        return !path.isEmpty() && !path.equals("/");
    }

    boolean hasPort() {
        return address.indexOf(':', address.indexOf(']') + 1) >= 0;
    }

    /** @throws InvalidValueException where no server can be read */
    HostPort server() {
        String whole = hasPort() ? address : address + ":" + Schemes.usualPort(scheme);
        int colon = whole.lastIndexOf(':');
        return Hosts.require(HostPort.parse(Percent.decode(whole.substring(0, colon)) + ":"
                + firstPort(whole.substring(colon + 1))));
    }

    /** Of the ports that a server hops between, {@code 443,5000-6000}, the first. */
    private static String firstPort(String ports) {
        int end = 0;
        while (end < ports.length() && ports.charAt(end) != ',' && ports.charAt(end) != '-') {
            end++;
        }
        return ports.substring(0, end);
    }

    private static String firstWord(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (Character.isWhitespace(stripped.charAt(i))) {
                return stripped.substring(0, i);
            }
        }
        return stripped;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                query.put(pair.substring(0, equals), Percent.decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    /** Masks everything but the server: the rest may be secret. */
    @Override
    public String toString() {
        return scheme + "://" + address;
    }
}
