package org.byway.model.endpoint;

import java.util.List;
import java.util.Optional;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.NumberRange;
import org.byway.model.Problem;
import org.byway.model.Secret;

/**
 * One peer of a WireGuard tunnel: a server and what is behind it.
 *
 * @param publicKey    in Base64
 * @param presharedKey in Base64, where both sides have one
 * @param allowedIps   the destinations that go to this peer, and the only ones it may answer from
 * @param keepalive    seconds between packets that keep a way open though nothing is said; of a range, any
 * @param reserved     three bytes that every message to it carries, in hexadecimal; some providers know clients by them
 */
public record WireGuardPeer(HostPort server, String publicKey, Optional<Secret> presharedKey,
        List<AddressBlock> allowedIps, Optional<NumberRange> keepalive, Optional<String> reserved) {
    private static final int RESERVED_DIGITS = 6;
    private static final int MAX_SECONDS = 65_535;

    /** @throws InvalidValueException where a key, the keepalive or the reserved bytes cannot be any */
    public WireGuardPeer {
        publicKey = WireGuardKey.canonical(publicKey);
        presharedKey = presharedKey.map(WireGuardKey::canonical);
        allowedIps = List.copyOf(allowedIps);
        if (keepalive.filter(it -> it.to() > MAX_SECONDS).isPresent()) {
            throw new InvalidValueException(Problem.BAD_NUMBER);
        }
        keepalive = keepalive.filter(it -> it.to() > 0);
        reserved = reserved.map(it -> it.toLowerCase(java.util.Locale.ROOT));
        if (reserved.filter(it -> !isReserved(it)).isPresent()) {
            throw new InvalidValueException(Problem.BAD_RESERVED);
        }
    }

    private static boolean isReserved(String text) {
        return text.length() == RESERVED_DIGITS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
