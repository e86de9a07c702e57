package org.byway.importer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.byway.model.carrier.TlsOptions;

/** What a link says of TLS: {@code sni}, {@code pin} (several with commas), and {@code allowInsecure} or {@code insecure}. */
final class TlsParameters {
    static final Set<String> NAMES = Set.of("sni", "pin", "allowInsecure", "insecure");

    private static final Set<String> YES = Set.of("1", "true", "yes", "on");
    private static final int BASE64_LENGTH = 43;

    private TlsParameters() {}

    static TlsOptions read(Map<String, String> query) {
        boolean isInsecure = Stream.of("allowInsecure", "insecure")
                .anyMatch(it -> YES.contains(query.getOrDefault(it, "")));
        List<String> pins = query.containsKey("pin")
                ? Stream.of(query.get("pin").split(",", -1)).map(TlsParameters::hex).toList()
                : List.of();
        return new TlsOptions(Optional.ofNullable(query.get("sni")), pins, isInsecure);
    }

    /** With its question mark, or nothing where there is nothing to say. */
    static String write(TlsOptions tls) {
        List<String> parameters = new ArrayList<>();
        tls.serverName().ifPresent(it -> parameters.add("sni=" + Percent.encode(it)));
        if (!tls.pins().isEmpty()) {
            parameters.add("pin=" + String.join(",", tls.pins()));
        }
        if (tls.allowsAnyCertificate()) {
            parameters.add("allowInsecure=1");
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    /** Some write the digest in Base64, as {@code openssl} and {@code curl} do, or with colons between the bytes. */
    private static String hex(String pin) {
        String plain = pin.replace("sha256/", "").replace(":", "").replace("=", "").replace('-', '+').replace('_', '/');
        if (plain.length() != BASE64_LENGTH) {
            return plain;
        }
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException notBase64) {
            return plain;
        }
    }
}
