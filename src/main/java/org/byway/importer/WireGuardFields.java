package org.byway.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardKey;
import org.byway.model.endpoint.WireGuardPeer;

/**
 * The fields of one section of a WireGuard configuration, by their names there in lower case; links have the same. Values may
 * be secret, so nothing is printed.
 */
final class WireGuardFields {
    /** Providers that tell clients apart by reserved bytes have longer headers than others on their way. */
    private static final int MTU_WITH_RESERVED = 1280;
    private static final Map<String, String> OTHER_NAMES = Map.of("ip", "address", "persistentkeepalive", "keepalive",
            "psk", "presharedkey", "pre_shared_key", "presharedkey", "private_key", "privatekey", "public_key",
            "publickey", "peer_public_key", "publickey", "allowed_ips", "allowedips");

    private final Map<String, String> values = new HashMap<>();

    /** Adds a value; lists may be spread over several. Empty ones say nothing. */
    void add(String name, String value) {
        if (!value.isBlank()) {
            values.merge(key(name), value.strip(), (before, more) -> before + "," + more);
        }
    }

    /** The one name of a field that has several. */
    static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(lower, lower);
    }

    static WireGuardFields of(Map<String, String> all) {
        WireGuardFields fields = new WireGuardFields();
        all.forEach(fields::add);
        return fields;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws BadFieldException where the value, if there is one, cannot be read */
    <T> Optional<T> read(String name, Function<String, T> reader) throws BadFieldException {
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value));
        } catch (InvalidValueException bad) {
            throw new BadFieldException(name, bad.problem());
        }
    }

    /** @throws BadFieldException where there is none, or it cannot be read */
    <T> T require(String name, Function<String, T> reader, Problem otherwise) throws BadFieldException {
        return read(name, reader).orElseThrow(() -> new BadFieldException("", otherwise));
    }

    /** What a configuration of such sections says. */
    static WireGuardEndpoint endpoint(WireGuardFields own, List<WireGuardFields> peers) throws BadFieldException {
        Secret key = own.require("privatekey", it -> WireGuardKey.canonical(Secret.of(it)), Problem.BAD_KEY);
        List<AddressBlock> addresses = own.require("address", WireGuardFields::blocks, Problem.NO_TUNNEL_ADDRESS);
        List<String> resolvers = own.read("dns", WireGuardFields::resolvers).orElse(List.of());
        List<WireGuardPeer> all = new java.util.ArrayList<>();
        for (WireGuardFields peer : peers) {
            all.add(peer.peer());
        }
        boolean hasReserved = all.stream().anyMatch(it -> it.reserved().isPresent());
        int mtu = own.read("mtu", WireGuardFields::mtu)
                .orElse(hasReserved ? MTU_WITH_RESERVED : WireGuardEndpoint.USUAL_MTU);
        try {
            return new WireGuardEndpoint(key, addresses, resolvers, mtu, all, AmneziaFields.read(own));
        } catch (InvalidValueException bad) {
            throw new BadFieldException("", bad.problem());
        }
    }

    private WireGuardPeer peer() throws BadFieldException {
        String key = require("publickey", WireGuardKey::canonical, Problem.BAD_KEY);
        HostPort server = require("endpoint", it -> Hosts.require(HostPort.parse(it)), Problem.NO_HOST);
        Optional<Secret> preshared = read("presharedkey", it -> WireGuardKey.canonical(Secret.of(it)));
        List<AddressBlock> allowed = read("allowedips", WireGuardFields::blocks)
                .orElseGet(() -> blocks("0.0.0.0/0,::/0"));
        Optional<String> reserved = read("reserved", WireGuardFields::reserved);
        try {
            return new WireGuardPeer(server, key, preshared, allowed,
                    read("keepalive", WireGuardFields::keepalive).flatMap(it -> it), reserved);
        } catch (InvalidValueException bad) {
            throw new BadFieldException("", bad.problem());
        }
    }

    private static List<AddressBlock> blocks(String text) {
        return items(text).map(AddressBlock::parse).toList();
    }

    /** Search names may stand among the addresses; they help nobody here, since programs give whole names. */
    private static List<String> resolvers(String text) {
        return items(text)
                .filter(it -> it.indexOf(':') >= 0 || it.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')))
                .map(it -> AddressBlock.parse(it).address()).toList();
    }

    static Stream<String> items(String text) {
        return Stream.of(text.split("[,\\s]+", -1)).filter(it -> !it.isEmpty());
    }

    private static int mtu(String text) {
        return (int) Math.min(Integer.MAX_VALUE, org.byway.model.NumberRange.number(text));
    }

    private static Optional<org.byway.model.NumberRange> keepalive(String text) {
        return text.equalsIgnoreCase("off") ? Optional.empty() : Optional.of(org.byway.model.NumberRange.parse(text));
    }

    /** Three numbers with commas, perhaps in brackets, or Base64. */
    private static String reserved(String text) {
        String plain = text.replace("[", "").replace("]", "");
        byte[] bytes = new byte[3];
        if (plain.indexOf(',') < 0) {
            try {
                bytes = java.util.Base64.getDecoder().decode(plain);
            } catch (IllegalArgumentException notBase64) {
                throw new InvalidValueException(Problem.BAD_RESERVED);
            }
        } else {
            List<String> numbers = items(plain).toList();
            for (int i = 0; i < bytes.length; i++) {
                long number = numbers.size() == bytes.length
                        ? org.byway.model.NumberRange.number(numbers.get(i))
                        : Long.MAX_VALUE;
                if (number > 255) {
                    throw new InvalidValueException(Problem.BAD_RESERVED);
                }
                bytes[i] = (byte) number;
            }
        }
        return java.util.HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
