package org.byway.importer;

import java.util.Map;
import java.util.Set;

/** The schemes of share links that are known by name. */
final class Schemes {
    /** Read by this version. */
    static final Set<String> SOCKS5 = Set.of("socks5", "socks5h", "socks");

    static final Set<String> SOCKS4 = Set.of("socks4", "socks4a");
    static final String SHADOWSOCKS = "ss";
    static final String WIREGUARD = "wireguard";
    static final Set<String> WIREGUARDS = Set.of(WIREGUARD, "wg", "awg");
    /** A whole profile of AmneziaVPN. */
    static final String AMNEZIA = "vpn";

    private static final Set<String> OTHERS_READ = Set.of("http", "https", "tg", SHADOWSOCKS, AMNEZIA);

    /** Kept whole until a version can run them; the value is the word for the protocol. */
    static final Map<String, String> LATER = Map.ofEntries(Map.entry("vmess", "vmess"),
            Map.entry("vless", "vless"), Map.entry("trojan", "trojan"), Map.entry("trojan-go", "trojan-go"),
            Map.entry("hysteria", "hysteria"), Map.entry("hysteria2", "hysteria2"), Map.entry("hy2", "hysteria2"),
            Map.entry("tuic", "tuic"), Map.entry("ssh", "ssh"), Map.entry("socks5+tls", "socks5-tls"),
            Map.entry("socks5-tls", "socks5-tls"));

    /** Known, and refused by name. */
    static final Set<String> REFUSED = Set.of("anytls", "naive+https", "naive+quic", "snell", "mieru", "mierus",
            "juicity", "brook", "shadowtls", "ssr", "happ", "v2raytun");

    /** Wrappings of a subscription's address for one program or another. */
    static final Set<String> SUBSCRIPTIONS = Set.of("clash", "sing-box", "v2rayng", "hiddify", "sub", "ssconf");

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443, "hysteria2", 443, "hy2",
            443, "trojan", 443, "ssh", 22, "wireguard", 51820, "wg", 51820, "awg", 51820);

    private Schemes() {}

    static boolean isKnown(String scheme) {
        return OTHERS_READ.contains(scheme) || SOCKS5.contains(scheme) || SOCKS4.contains(scheme)
                || WIREGUARDS.contains(scheme)
                || LATER.containsKey(scheme)
                || REFUSED.contains(scheme) || SUBSCRIPTIONS.contains(scheme);
    }

    /** The port that links of this scheme may leave out, or nothing. */
    static String usualPort(String scheme) {
        Integer port = USUAL_PORTS.get(scheme);
        return port == null ? "" : port.toString();
    }
}
