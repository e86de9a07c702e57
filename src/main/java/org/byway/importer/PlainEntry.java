package org.byway.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;

/**
 * An address as people write it, without a scheme: {@code host:port}, with user name and password before or after it,
 * divided by colons or by tabs, semicolons, bars, commas or spaces.
 *
 * <p>Nothing here is percent-decoded: what is no link is taken as it stands. Where two readings are possible the host
 * comes first.
 */
final class PlainEntry {
    private static final String SEPARATORS = "\t;|,";
    private static final Set<String> HOST_TITLES = Set.of("ip", "host", "address", "server", "ip address", "hostname");
    private static final Set<String> SOCKS_WORDS = Set.of("socks5", "socks5h", "socks");

    private PlainEntry() {}

    /** The titles over the columns of a table. */
    static boolean isTitle(String line) {
        if (line.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        List<String> fields = fields(line.toLowerCase(Locale.ROOT));
        return fields.size() > 1 && HOST_TITLES.contains(fields.get(0).replace("\"", ""))
                && fields.get(1).replace("\"", "").equals("port");
    }

    /** Whether this is {@code host:port:user:password}, as lists write it even behind a scheme. */
    static boolean hasLoginBehind(String address) {
        return byColons(address).size() == 4;
    }

    static Found read(String line) throws RejectedException {
        int hash = nameStart(line);
        String text = hash < 0 ? line : line.substring(0, hash).strip();
        String name = hash < 0 ? "" : line.substring(hash).strip().substring(1);
        return new Found(endpoint(text), name);
    }

    private static Endpoint endpoint(String text) throws RejectedException {
        List<String> divided = fields(text);
        List<String> fields = divided.size() == 1 ? byColons(text) : splitAddress(divided);
        if (text.indexOf('@') < 0) {
            return fromFields(fields, text);
        }
        Optional<Endpoint> withSign = aroundSign(text);
        if (withSign.isPresent()) {
            return withSign.get();
        }
        boolean isSignOfPassword = fields.size() > 3 && server(fields.get(0) + ":" + fields.get(1)).isPresent();
        if (!isSignOfPassword) {
            String server = text.substring(text.lastIndexOf('@') + 1);
            throw new InvalidValueException(problem(server).orElse(Problem.NO_PORT));
        }
        return fromFields(fields, text);
    }

    /** {@code user:password@host:port}, which some write the other way round. */
    private static Optional<Endpoint> aroundSign(String text) throws RejectedException {
        int last = text.lastIndexOf('@');
        Optional<HostPort> behind = server(text.substring(last + 1));
        if (behind.isPresent()) {
            return Optional.of(new Socks5Endpoint(behind.get(), login(text.substring(0, last))));
        }
        int first = text.indexOf('@');
        Optional<HostPort> before = server(text.substring(0, first));
        if (before.isPresent()) {
            return Optional.of(new Socks5Endpoint(before.get(), login(text.substring(first + 1))));
        }
        return Optional.empty();
    }

    private static Endpoint fromFields(List<String> fields, String text) throws RejectedException {
        if (fields.size() == 1) {
            throw new RejectedException(Hosts.looksLikeHost(text) ? Rejection.NO_PORT : Rejection.NOT_AN_ENTRY);
        }
        List<String> ordered = hostFirst(fields);
        requireWord(ordered.get(0));
        boolean isProse = !Hosts.isNumber(ordered.get(1)) && !ordered.get(1).isEmpty()
                && !ordered.get(0).startsWith("[")
                && !Hosts.looksLikeHost(ordered.get(0));
        if (isProse) {
            throw new RejectedException(Rejection.NOT_AN_ENTRY);
        }
        HostPort server = Hosts.require(HostPort.parse(ordered.get(0) + ":" + ordered.get(1)));
        return switch (ordered.size()) {
            case 2 -> new Socks5Endpoint(server, Optional.empty());
            case 3 -> typed(ordered.get(2), server, Optional.empty());
            case 4 -> new Socks5Endpoint(server, login(ordered.get(2), ordered.get(3)));
            case 5 -> typed(ordered.get(2), server, login(ordered.get(3), ordered.get(4)));
            default -> throw new RejectedException(Rejection.TOO_MANY_FIELDS);
        };
    }

    /** A third column that is a protocol's name. */
    private static Endpoint typed(String word, HostPort server, Optional<Login> login) throws RejectedException {
        String protocol = word.toLowerCase(Locale.ROOT);
        if (SOCKS_WORDS.contains(protocol)) {
            return new Socks5Endpoint(server, login);
        } else if (protocol.equals("http")) {
            return new HttpProxyEndpoint(server, login);
        }
        throw new RejectedException(login.isPresent() ? Rejection.TOO_MANY_FIELDS : Rejection.NO_PASSWORD);
    }

    /** {@code user:password:host:port} is told by its port in the last place and none in the second. */
    private static List<String> hostFirst(List<String> fields) {
        boolean isReversed = fields.size() == 4 && !isPort(fields.get(1)) && isPort(fields.get(3))
                && Hosts.looksLikeHost(fields.get(2));
        return isReversed ? List.of(fields.get(2), fields.get(3), fields.get(0), fields.get(1)) : fields;
    }

    private static void requireWord(String host) throws RejectedException {
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        boolean isWord = !host.isEmpty()
                && (isBracketed || host.chars().allMatch(c -> Hosts.isNamePart(c) || Character.isLetter(c)));
        if (!isWord && host.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0)) {
            throw new InvalidValueException(host.isEmpty() ? Problem.NO_HOST : Problem.IPV6_WITHOUT_BRACKETS);
        }
        if (!isWord) {
            throw new RejectedException(Rejection.NOT_AN_ENTRY);
        }
    }

    /** Host, port, user and password, of which the last may hold colons; an address of IPv6 stays in its brackets. */
    private static List<String> byColons(String text) {
        int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        String address = text.split("%", 2)[0];
        boolean isIpv6 = address.indexOf("::") >= 0 && !text.startsWith("[")
                && address.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
        boolean hasZone = address.length() < text.length();
        if (hostEnd < 0 || hostEnd >= text.length() || text.charAt(hostEnd) != ':') {
            return List.of(text);
        } else if (isIpv6 && !hasZone) {
            throw new InvalidValueException(Problem.IPV6_WITHOUT_BRACKETS);
        } else if (isIpv6 && address.indexOf('.') < 0) {
            throw new InvalidValueException(Problem.IPV6_WITH_ZONE);
        }
        List<String> fields = new ArrayList<>(4);
        fields.add(text.substring(0, hostEnd));
        fields.addAll(List.of(text.substring(hostEnd + 1).split(":", 3)));
        return fields;
    }

    /** Of divided fields the first may be {@code host:port}, and what follows {@code user:password}. */
    private static List<String> splitAddress(List<String> fields) {
        if (server(fields.get(0)).isEmpty()) {
            return fields;
        }
        int colon = fields.get(0).lastIndexOf(':');
        List<String> split = new ArrayList<>(
                List.of(fields.get(0).substring(0, colon), fields.get(0).substring(colon + 1)));
        boolean isLogin = fields.size() == 2 && fields.get(1).indexOf(':') >= 0;
        split.addAll(isLogin ? List.of(fields.get(1).split(":", 2)) : fields.subList(1, fields.size()));
        return split;
    }

    /** Divides at the first kind of separator that is there; one field where there is none. */
    private static List<String> fields(String text) {
        for (int i = 0; i < SEPARATORS.length(); i++) {
            if (text.indexOf(SEPARATORS.charAt(i)) >= 0) {
                return divided(text, SEPARATORS.charAt(i));
            }
        }
        return divided(text, ' ');
    }

    private static List<String> divided(String text, char separator) {
        List<String> fields = new ArrayList<>(4);
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(separator, start);
            end = end < 0 ? text.length() : end;
            String field = text.substring(start, end).strip();
            boolean isGap = field.isEmpty() && (separator == ' ' || end == text.length());
            if (!isGap) {
                fields.add(field);
            }
            start = end + 1;
        }
        return fields;
    }

    /** Where " # name" begins: only behind a whole entry, since a password may begin with the sign. */
    private static int nameStart(String line) {
        for (int hash = line.indexOf('#'); hash > 0; hash = line.indexOf('#', hash + 1)) {
            if (Character.isWhitespace(line.charAt(hash - 1))) {
                int before = splitAddress(fields(line.substring(0, hash).strip())).size();
                return before == 3 ? -1 : hash;
            }
        }
        return -1;
    }

    private static Optional<HostPort> server(String text) {
        try {
            return Optional.of(Hosts.require(HostPort.parse(text.strip())));
        } catch (InvalidValueException notAServer) {
            return Optional.empty();
        }
    }

    private static Optional<Problem> problem(String server) {
        try {
            Hosts.require(HostPort.parse(server.strip()));
            return Optional.empty();
        } catch (InvalidValueException notAServer) {
            return Optional.of(notAServer.problem());
        }
    }

    private static boolean isPort(String text) {
        return text.length() <= 5 && Hosts.isNumber(text);
    }

    private static Optional<Login> login(String text) throws RejectedException {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new RejectedException(Rejection.NO_PASSWORD);
        }
        return login(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Optional<Login> login(String user, String password) {
        return user.isEmpty() && password.isEmpty() ? Optional.empty() : Optional.of(Login.of(user, password));
    }
}
