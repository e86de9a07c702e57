package org.byway.model.carrier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;

/**
 * What is expected of a server's TLS.
 *
 * @param serverName           the name to ask for and to find in the certificate, where it is not the server's own
 * @param pins                 SHA-256 of the public keys (RFC 7469, section 2.4) one of which the server has to show, in
 *                             hexadecimal; where there are any, they decide instead of the authorities and the name
 * @param allowsAnyCertificate whether anybody may pose as the server; only where a person asked for it
 */
public record TlsOptions(Optional<String> serverName, List<String> pins, boolean allowsAnyCertificate) {
    /** A certificate of a known authority, in the server's own name. */
    public static final TlsOptions DEFAULT = new TlsOptions(Optional.empty(), List.of(), false);

    private static final int PIN_LENGTH = 64;
    private static final int ANY_PORT = 443;

    /** @throws InvalidValueException where the name cannot be one, or a pin is no SHA-256 in hexadecimal */
    public TlsOptions {
        serverName = serverName.map(it -> new HostPort(it, ANY_PORT).host());
        pins = pins.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        if (!pins.stream().allMatch(TlsOptions::isPin)) {
            throw new InvalidValueException(Problem.BAD_PIN);
        }
    }

    private static boolean isPin(String text) {
        return text.length() == PIN_LENGTH
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
