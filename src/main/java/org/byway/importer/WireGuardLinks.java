package org.byway.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.byway.model.endpoint.WireGuardEndpoint;

/**
 * {@code wireguard://}, {@code wg://} and {@code awg://} links: the private key stands before the server or among the
 * parameters, whose names are those of a configuration file.
 */
final class WireGuardLinks {
    private static final int MOST_PEERS = 64;

    private WireGuardLinks() {}

    static Found read(LinkParts parts) throws RejectedException {
        Map<String, String> query = new HashMap<>();
        parts.query().forEach((name, value) -> query.put(name.toLowerCase(Locale.ROOT), value));
        WireGuardFields own = WireGuardFields.of(query);
        if (!parts.userInfo().isEmpty() && !own.has("privatekey")) {
            own.add("privatekey", Percent.decode(parts.userInfo()));
        }
        List<WireGuardFields> peers = new ArrayList<>();
        WireGuardFields first = WireGuardFields.of(query);
        if (!first.has("endpoint")) {
            first.add("endpoint", parts.server().toString());
        }
        peers.add(first);
        for (int i = 2; i <= MOST_PEERS && query.containsKey("publickey." + i); i++) {
            peers.add(further(query, "." + i));
        }
        try {
            return new Found(WireGuardFields.endpoint(own, peers), parts.name());
        } catch (BadFieldException bad) {
            throw new RejectedException(Rejection.of(bad.problem()));
        }
    }

    private static WireGuardFields further(Map<String, String> query, String number) {
        WireGuardFields peer = new WireGuardFields();
        query.forEach((name, value) -> {
            if (name.endsWith(number)) {
                peer.add(name.substring(0, name.length() - number.length()), value);
            }
        });
        return peer;
    }

    /** What stands before the server, and what follows it. */
    static String userInfo(WireGuardEndpoint endpoint) {
        return Percent.encode(endpoint.privateKey().reveal()) + "@";
    }
}
