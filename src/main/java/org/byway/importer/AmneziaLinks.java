package org.byway.importer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Secret;
import org.byway.model.endpoint.UnsupportedEndpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * {@code vpn://}, a profile of AmneziaVPN: Base64 of a length in four bytes and compressed JSON, in which each container has
 * the configuration of one protocol. Those of WireGuard are read; a profile without one is kept whole.
 */
final class AmneziaLinks {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LENGTH_BYTES = 4;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int USUAL_PORT = 443;

    private AmneziaLinks() {}

    /** @param link begins with {@code vpn://} */
    static List<Found> read(String link) throws RejectedException {
        JsonNode profile = profile(link.substring(link.indexOf("://") + 3).strip());
        List<Found> found = new ArrayList<>();
        for (JsonNode container : profile.path("containers")) {
            for (JsonNode protocol : container) {
                Optional<Found> one = configuration(protocol, profile);
                one.ifPresent(found::add);
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        boolean isGatewaysKey = profile.has("api_key") || profile.has("api_endpoint") || profile.has("api_config");
        if (isGatewaysKey) {
            throw new RejectedException(Rejection.ONLY_IN_AMNEZIA);
        }
        return List.of(kept(profile, link));
    }

    private static Optional<Found> configuration(JsonNode protocol, JsonNode profile) throws RejectedException {
        JsonNode last = json(protocol.path("last_config").asString(""));
        String text = last.path("config").asString("").replace("$PRIMARY_DNS", profile.path("dns1").asString(""))
                .replace("$SECONDARY_DNS", profile.path("dns2").asString(""));
        boolean isWireGuard = new WireGuardFileImporter().recognises(text);
        return isWireGuard
                ? Optional.of(WireGuardFileImporter.readOne(text, profile.path("description").asString("")))
                : Optional.empty();
    }

    private static Found kept(JsonNode profile, String link) throws RejectedException {
        try {
            HostPort server = new HostPort(profile.path("hostName").asString(""), USUAL_PORT);
            return new Found(new UnsupportedEndpoint(Hosts.require(server), "amnezia", Secret.of(link)),
                    profile.path("description").asString(""));
        } catch (InvalidValueException nowhere) {
            throw new RejectedException(Rejection.UNREADABLE_LINK);
        }
    }

    private static JsonNode profile(String base64) throws RejectedException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/').replace("=", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new RejectedException(Rejection.UNREADABLE_LINK);
        }
        JsonNode profile = json(new String(inflated(bytes), StandardCharsets.UTF_8));
        if (!profile.isObject()) {
            throw new RejectedException(Rejection.UNREADABLE_LINK);
        }
        return profile;
    }

    /** Some are not compressed, and then have no length either. */
    private static byte[] inflated(byte[] bytes) {
        if (bytes.length <= LENGTH_BYTES) {
            return bytes;
        }
        Inflater inflater = new Inflater();
        inflater.setInput(Arrays.copyOfRange(bytes, LENGTH_BYTES, bytes.length));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            int length = inflater.inflate(part);
            while (length > 0 && out.size() < MOST_BYTES) {
                out.write(part, 0, length);
                length = inflater.inflate(part);
            }
            return inflater.finished() && out.size() <= MOST_BYTES ? out.toByteArray() : bytes;
        } catch (DataFormatException plain) {
            return bytes;
        } finally {
            inflater.end();
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
