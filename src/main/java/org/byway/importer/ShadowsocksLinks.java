package org.byway.importer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.UnsupportedEndpoint;

/**
 * {@code ss://} links: SIP002, {@code method:password} in Base64 or percent-encoded before the server, and the older form
 * that is Base64 as a whole.
 */
final class ShadowsocksLinks {
    private static final Map<String, ShadowsocksMethod> METHODS = Stream.of(ShadowsocksMethod.values())
            .collect(Collectors.toUnmodifiableMap(ShadowsocksMethod::word, it -> it));
    private static final Map<String, ShadowsocksMethod> OTHER_NAMES = Map.of("chacha20-poly1305",
            ShadowsocksMethod.CHACHA20_IETF_POLY1305, "aead_chacha20_poly1305",
            ShadowsocksMethod.CHACHA20_IETF_POLY1305, "aead_aes_128_gcm", ShadowsocksMethod.AES_128_GCM,
            "aead_aes_256_gcm", ShadowsocksMethod.AES_256_GCM);
    private static final Set<String> UNSAFE = Set.of("none", "plain", "table", "rc4", "rc4-md5", "rc4-md5-6", "salsa20",
            "chacha20", "chacha20-ietf", "xchacha20");
    private static final Set<String> UNSAFE_MODES = Set.of("-cfb", "-cfb8", "-cfb1", "-ctr", "-ofb");
    /** Change what the server or the way to it expects, so the link is of no use without them. */
    private static final Set<String> LATER_PARAMETERS = Set.of("plugin", "prefix", "shadow-tls");

    private ShadowsocksLinks() {}

    /** Whatever {@link #read} takes back: SIP002's Base64, which every program reads, where the password is text. */
    static String userInfo(ShadowsocksEndpoint endpoint) {
        String pair = endpoint.method().word() + ":" + endpoint.password().reveal();
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Base64Text.decode(base64).isPresent()
                ? base64
                : endpoint.method().word() + ":" + Percent.encode(endpoint.password().reveal());
    }

    static Found read(LinkParts parts, String link) throws RejectedException {
        boolean isOlderForm = parts.userInfo().isEmpty() && !parts.hasPort();
        Pair pair = isOlderForm ? olderForm(parts) : sip002(parts);
        return new Found(endpoint(pair, parts, link), parts.name());
    }

    /** Prints nothing of the password. */
    private record Pair(String method, Secret password, HostPort server) {}

    private static Pair olderForm(LinkParts parts) throws RejectedException {
        String text = Base64Text.decode(parts.address() + parts.path()).orElseThrow(ShadowsocksLinks::unreadable);
        int at = text.lastIndexOf('@');
        int colon = text.indexOf(':');
        if (colon < 0 || at < colon) {
            throw unreadable();
        }
        HostPort server = Hosts.require(HostPort.parse(text.substring(at + 1).strip()));
        return new Pair(text.substring(0, colon), Secret.of(text.substring(colon + 1, at)), server);
    }

    private static Pair sip002(LinkParts parts) throws RejectedException {
        HostPort server = parts.server();
        String userInfo = parts.userInfo();
        int plainColon = userInfo.indexOf(':');
        if (plainColon >= 0) {
            return new Pair(Percent.decode(userInfo.substring(0, plainColon)),
                    Secret.of(Percent.decode(userInfo.substring(plainColon + 1))), server);
        }
        String text = Base64Text.decode(userInfo).filter(it -> it.indexOf(':') >= 0)
                .orElseGet(() -> Percent.decode(userInfo));
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw unreadable();
        }
        return new Pair(text.substring(0, colon), Secret.of(text.substring(colon + 1)), server);
    }

    private static Endpoint endpoint(Pair pair, LinkParts parts, String link) throws RejectedException {
        String word = pair.method().toLowerCase(Locale.ROOT);
        if (UNSAFE.contains(word) || UNSAFE_MODES.stream().anyMatch(word::endsWith)) {
            throw new RejectedException(Rejection.UNSAFE_CIPHER);
        }
        Optional<ShadowsocksMethod> method = Optional.ofNullable(METHODS.getOrDefault(word, OTHER_NAMES.get(word)));
        return method.filter(it -> isPlainServer(parts.query()))
                .<Endpoint>map(it -> new ShadowsocksEndpoint(pair.server(), it, pair.password()))
                .orElseGet(() -> new UnsupportedEndpoint(pair.server(), "shadowsocks", Secret.of(link)));
    }

    private static boolean isPlainServer(Map<String, String> query) {
        return query.keySet().stream().noneMatch(LATER_PARAMETERS::contains)
                && query.getOrDefault("type", "tcp").equals("tcp")
                && query.getOrDefault("security", "none").equals("none");
    }

    private static RejectedException unreadable() {
        return new RejectedException(Rejection.UNREADABLE_LINK);
    }
}
