package org.byway.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.byway.model.NumberRange;
import org.byway.model.Secret;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.model.endpoint.AmneziaOptions.Timing;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;

/** A WireGuard endpoint as the fields of a configuration, which are those of a link as well; all that reading needs. */
public final class WireGuardText {
    private WireGuardText() {}

    /** As a configuration file, its keys in plain text. */
    public static String file(WireGuardEndpoint endpoint) {
        StringBuilder text = new StringBuilder("[Interface]\n");
        lines(own(endpoint), text);
        for (WireGuardPeer peer : endpoint.peers()) {
            text.append("\n[Peer]\n");
            lines(of(peer), text);
        }
        return text.toString();
    }

    private static void lines(Map<String, String> fields, StringBuilder text) {
        fields.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
    }

    /**
     * The parameters of a link, whose own part has the private key and the first peer's server; those of further peers have
     * their number behind their names.
     */
    static String query(WireGuardEndpoint endpoint) {
        List<String> parameters = new ArrayList<>();
        own(endpoint).forEach((name, value) -> add(name, value, parameters));
        for (int i = 0; i < endpoint.peers().size(); i++) {
            String number = i == 0 ? "" : "." + (i + 1);
            of(endpoint.peers().get(i)).forEach((name, value) -> add(name + number, value, parameters));
        }
        return "?" + String.join("&", parameters);
    }

    private static void add(String name, String value, List<String> parameters) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        // these two are the link's own parts; of further peers the server has to be said
        if (!lower.equals("privatekey") && !lower.equals("endpoint")) {
            parameters.add(lower + "=" + Percent.encode(value));
        }
    }

    private static Map<String, String> own(WireGuardEndpoint endpoint) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("PrivateKey", endpoint.privateKey().reveal());
        fields.put("Address", list(endpoint.addresses()));
        if (!endpoint.resolvers().isEmpty()) {
            fields.put("DNS", list(endpoint.resolvers()));
        }
        fields.put("MTU", Integer.toString(endpoint.mtu()));
        endpoint.amnezia().ifPresent(it -> amnezia(it, fields));
        return fields;
    }

    private static Map<String, String> of(WireGuardPeer peer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("PublicKey", peer.publicKey());
        peer.presharedKey().map(Secret::reveal).ifPresent(it -> fields.put("PresharedKey", it));
        fields.put("Endpoint", peer.server().toString());
        fields.put("AllowedIPs", list(peer.allowedIps()));
        peer.keepalive().ifPresent(it -> fields.put("PersistentKeepalive", it.toString()));
        peer.reserved().ifPresent(it -> fields.put("Reserved", numbers(it)));
        return fields;
    }

    private static String numbers(String hexadecimal) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hexadecimal);
        return (bytes[0] & 0xff) + "," + (bytes[1] & 0xff) + "," + (bytes[2] & 0xff);
    }

    private static void amnezia(AmneziaOptions options, Map<String, String> fields) {
        fields.put("Jc", Integer.toString(options.junk().count()));
        fields.put("Jmin", Integer.toString(options.junk().min()));
        fields.put("Jmax", Integer.toString(options.junk().max()));
        AmneziaOptions.Padding padding = options.padding();
        fields.put("S1", Integer.toString(padding.initiation()));
        fields.put("S2", Integer.toString(padding.response()));
        fields.put("S3", Integer.toString(padding.cookie()));
        fields.put("S4", Integer.toString(padding.transport()));
        for (int i = 0; i < options.headers().size(); i++) {
            fields.put("H" + (i + 1), options.headers().get(i).toString());
        }
        for (int i = 0; i < options.specials().size(); i++) {
            fields.put("I" + (i + 1), options.specials().get(i));
        }
        timing(options.timing(), fields);
        AmneziaOptions.Veil veil = options.veil();
        veil.headerProtectionKey().ifPresent(it -> fields.put("HeaderProtectionKey", it.reveal()));
        veil.contentPaddingAddition().ifPresent(it -> fields.put("ContentPaddingAddition", it.toString()));
        flag("RandomTrailers", veil.hasRandomTrailers(), fields);
        flag("DisableCookies", veil.hasNoCookies(), fields);
    }

    private static void timing(Timing timing, Map<String, String> fields) {
        timing.rekeyAfterTime().map(NumberRange::toString).ifPresent(it -> fields.put("RekeyAfterTime", it));
        timing.rekeyTimeout().map(NumberRange::toString).ifPresent(it -> fields.put("RekeyTimeout", it));
        timing.rejectAfterTime().map(NumberRange::toString).ifPresent(it -> fields.put("RejectAfterTime", it));
        timing.keepaliveTimeout().map(NumberRange::toString).ifPresent(it -> fields.put("KeepaliveTimeout", it));
        timing.maxHandshakeAttempts().map(NumberRange::toString)
                .ifPresent(it -> fields.put("MaxHandshakeAttempts", it));
    }

    private static void flag(String name, boolean isSet, Map<String, String> fields) {
        if (isSet) {
            fields.put(name, "on");
        }
    }

    private static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
