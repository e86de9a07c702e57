package org.byway.importer;

import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.endpoint.WireGuardEndpoint;

/** Entries to share links and back. */
public final class ShareLinks {
    private ShareLinks() {}

    /** The link that gives the same entry when it is read; absent for an entry that came from something else than a link. */
    public static Optional<Secret> write(ListEntry entry) {
        Endpoint endpoint = entry.endpoint();
        return switch (endpoint) {
            case Socks5Endpoint socks -> Optional.of(write("socks5", userInfo(socks.login()), entry));
            case Socks4Endpoint socks -> Optional.of(write(socks.protocol(),
                    socks.userId().map(it -> Percent.encode(it.reveal()) + "@").orElse(""), entry));
            case HttpProxyEndpoint http -> Optional.of(write(http.tls().isPresent() ? "https" : "http",
                    userInfo(http.login()), http.tls().map(TlsParameters::write).orElse(""), entry));
            case ShadowsocksEndpoint shadowsocks -> Optional
                    .of(write(Schemes.SHADOWSOCKS, ShadowsocksLinks.userInfo(shadowsocks) + "@", entry));
            case WireGuardEndpoint wireGuard -> Optional.of(write(Schemes.WIREGUARD,
                    WireGuardLinks.userInfo(wireGuard), WireGuardText.query(wireGuard), entry));
            case UnsupportedEndpoint kept -> Optional.of(kept.link()).filter(it -> Line.schemeLength(it.reveal()) > 0);
        };
    }

    private static Secret write(String scheme, String userInfo, ListEntry entry) {
        return write(scheme, userInfo, "", entry);
    }

    private static Secret write(String scheme, String userInfo, String query, ListEntry entry) {
        String server = entry.endpoint().server().toString();
        String name = entry.name().equals(server) ? "" : "#" + Percent.encode(entry.name());
        return Secret.of(scheme + "://" + userInfo + server + query + name);
    }

    private static String userInfo(Optional<Login> login) {
        return login.map(it -> Percent.encode(it.user()) + ":" + Percent.encode(it.password().reveal()) + "@")
                .orElse("");
    }

    /**
     * What a link holds; all but a whole profile hold one entry.
     *
     * @param link begins with {@code scheme://}
     */
    static List<Found> readAll(String link) throws RejectedException {
        boolean isProfile = link.substring(0, Line.schemeLength(link)).equalsIgnoreCase(Schemes.AMNEZIA);
        return isProfile ? AmneziaLinks.read(link) : List.of(read(link));
    }

    /** @param link begins with {@code scheme://} */
    static Found read(String link) throws RejectedException {
        LinkParts parts = LinkParts.of(link);
        String scheme = parts.scheme();
        if (TelegramLinks.recognises(parts)) {
            return TelegramLinks.read(parts, link);
        } else if (Schemes.SOCKS5.contains(scheme)) {
            return socks(parts);
        } else if (Schemes.SOCKS4.contains(scheme)) {
            return new Found(socks4(parts), parts.name());
        } else if (scheme.equals(Schemes.SHADOWSOCKS)) {
            return ShadowsocksLinks.read(parts, link);
        } else if (Schemes.WIREGUARDS.contains(scheme)) {
            return WireGuardLinks.read(parts);
        } else if (scheme.equals("http")) {
            requireProxy(parts);
            return new Found(new HttpProxyEndpoint(parts.server(), login(parts.userInfo())), parts.name());
        } else if (scheme.equals("https")) {
            requireProxy(parts);
            return new Found(new HttpProxyEndpoint(parts.server(), login(parts.userInfo()),
                    Optional.of(TlsParameters.read(parts.query()))), parts.name());
        } else if (Schemes.LATER.containsKey(scheme)) {
            return later(parts, link);
        }
        throw new RejectedException(refusal(scheme));
    }

    private static Rejection refusal(String scheme) {
        if (Schemes.SUBSCRIPTIONS.contains(scheme)) {
            return Rejection.WEB_ADDRESS;
        }
        return Schemes.isKnown(scheme) ? Rejection.REFUSED_SCHEME : Rejection.UNKNOWN_SCHEME;
    }

    private static Found socks(LinkParts parts) throws RejectedException {
        Optional<String> wrapped = parts.userInfo().isEmpty() && !parts.hasPort()
                ? Base64Text.decode(parts.address() + parts.path()).filter(it -> it.indexOf(':') >= 0)
                : Optional.empty();
        if (wrapped.isPresent()) {
            return new Found(PlainEntry.read(wrapped.get()).endpoint(), parts.name());
        }
        boolean hasLoginBehind = parts.userInfo().isEmpty() && PlainEntry.hasLoginBehind(parts.address());
        if (hasLoginBehind) {
            return new Found(PlainEntry.read(parts.address()).endpoint(), parts.name());
        }
        return new Found(new Socks5Endpoint(parts.server(), login(parts.userInfo())), parts.name());
    }

    /** The whole of the user name, since the protocol has no password; without 4A only addresses can be asked for. */
    private static Endpoint socks4(LinkParts parts) {
        Optional<Secret> userId = Optional.of(Percent.decode(parts.userInfo())).filter(it -> !it.isEmpty())
                .map(Secret::of);
        return new Socks4Endpoint(parts.server(), userId, parts.scheme().equals("socks4a"));
    }

    /** An address with a path, a query or neither port nor user is one of a page or a list (share-links.md, section 5). */
    private static void requireProxy(LinkParts parts) throws RejectedException {
        boolean hasQuery = parts.query().keySet().stream().anyMatch(
                it -> !it.equals("remarks") && !(parts.scheme().equals("https") && TlsParameters.NAMES.contains(it)));
        if (parts.hasPath() || hasQuery || (!parts.hasPort() && parts.userInfo().isEmpty())) {
            throw new RejectedException(Rejection.WEB_ADDRESS);
        }
    }

    private static Found later(LinkParts parts, String link) throws RejectedException {
        Optional<Found> wrapped = parts.userInfo().isEmpty() ? WrappedLinks.read(parts, link) : Optional.empty();
        if (wrapped.isPresent()) {
            return wrapped.get();
        }
        return kept(parts.server(), parts, link);
    }

    static Found kept(HostPort server, LinkParts parts, String link) {
        String protocol = Schemes.LATER.getOrDefault(parts.scheme(), parts.scheme());
        return new Found(new UnsupportedEndpoint(server, protocol, Secret.of(link)), parts.name());
    }

    /** Plain {@code user:password}, or the same in Base64 as some programs write it. */
    static Optional<Login> login(String userInfo) {
        if (userInfo.isEmpty()) {
            return Optional.empty();
        }
        String plain = userInfo.indexOf(':') >= 0
                ? userInfo
                : Base64Text.decode(userInfo)
                        .filter(it -> it.indexOf(':') >= 0).map(it -> encoded(it)).orElse(userInfo);
        int colon = plain.indexOf(':');
        String user = Percent.decode(colon < 0 ? plain : plain.substring(0, colon));
        String password = Percent.decode(colon < 0 ? "" : plain.substring(colon + 1));
        return user.isEmpty() && password.isEmpty() ? Optional.empty() : Optional.of(Login.of(user, password));
    }

    /** What came out of Base64 is not percent-encoded any more. */
    private static String encoded(String decoded) {
        int colon = decoded.indexOf(':');
        return Percent.encode(decoded.substring(0, colon)) + ":" + Percent.encode(decoded.substring(colon + 1));
    }
}
