package org.byway.model.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.InvalidValueException;
import org.byway.model.NumberRange;
import org.byway.model.Problem;
import org.byway.model.Secret;

/**
 * How AmneziaWG disguises WireGuard's messages; the names are those of its configuration files.
 *
 * @param junk      {@code Jc}, {@code Jmin}, {@code Jmax}
 * @param padding   {@code S1} to {@code S4}
 * @param headers   {@code H1} to {@code H4}: what stands for the types of initiation, response, cookie and data
 * @param specials  {@code I1} to {@code I5}: datagrams that are sent before each initiation, in their notation
 * @param timing    ranges that stand for WireGuard's own times
 * @param veil      what version 3 adds to the shape of messages
 */
public record AmneziaOptions(Junk junk, Padding padding, List<NumberRange> headers, List<String> specials,
        Timing timing, Veil veil) {
    private static final List<NumberRange> PLAIN_HEADERS = IntStream.rangeClosed(1, 4).mapToObj(NumberRange::of)
            .toList();
    private static final long MAX_HEADER = 0xffff_ffffL;
    private static final int MAX_SPECIALS = 5;

    /** What is the same as plain WireGuard. */
    public static final AmneziaOptions NONE = new AmneziaOptions(Junk.NONE, Padding.NONE, PLAIN_HEADERS, List.of(),
            Timing.USUAL, Veil.NONE);

    /** @throws InvalidValueException where headers overlap or are not four, or a special datagram has an unknown tag */
    public AmneziaOptions {
        headers = headers.isEmpty() ? PLAIN_HEADERS : List.copyOf(headers);
        specials = List.copyOf(specials);
        specials.forEach(SpecialDatagram::parse);
        if (headers.size() != PLAIN_HEADERS.size() || headers.stream().anyMatch(it -> it.to() > MAX_HEADER)) {
            throw new InvalidValueException(Problem.BAD_HEADERS);
        }
        for (int i = 0; i < headers.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (headers.get(i).overlaps(headers.get(j))) {
                    throw new InvalidValueException(Problem.BAD_HEADERS);
                }
            }
        }
        if (specials.size() > MAX_SPECIALS) {
            throw new InvalidValueException(Problem.BAD_SPECIAL_DATAGRAM);
        }
        if (veil.headerProtectionKey().isPresent() && padding.least() < Veil.LEAST_PADDING) {
            throw new InvalidValueException(Problem.PADDING_TOO_SHORT);
        }
    }

    /** Datagrams of random bytes before an initiation: how many, and how long. */
    public record Junk(int count, int min, int max) {
        public static final Junk NONE = new Junk(0, 0, 0);
        private static final int MOST = 128;
        /** Longer ones would be sent in fragments, which stand out. */
        private static final int LONGEST = 1280;

        /** @throws InvalidValueException where the shortest is longer than the longest, or there are more than 128 */
        public Junk {
            if (count < 0 || count > MOST || min < 0 || min > max) {
                throw new InvalidValueException(Problem.BAD_JUNK);
            }
            min = Math.min(min, LONGEST);
            max = Math.min(max, LONGEST);
        }
    }

    /** How many random bytes stand before a message of each kind. */
    public record Padding(int initiation, int response, int cookie, int transport) {
        public static final Padding NONE = new Padding(0, 0, 0, 0);
        private static final int MOST = 1132;

        /** @throws InvalidValueException where a message would become longer than a packet that all ways carry */
        public Padding {
            if (IntStream.of(initiation, response, cookie, transport).anyMatch(it -> it < 0 || it > MOST)) {
                throw new InvalidValueException(Problem.BAD_NUMBER);
            }
        }

        int least() {
            return IntStream.of(initiation, response, cookie, transport).min().orElse(0);
        }
    }

    /**
     * Times that are drawn anew each time, in seconds.
     *
     * @param maxHandshakeAttempts how often an initiation is sent before it is given up
     */
    public record Timing(Optional<NumberRange> rekeyAfterTime, Optional<NumberRange> rekeyTimeout,
            Optional<NumberRange> rejectAfterTime, Optional<NumberRange> keepaliveTimeout,
            Optional<NumberRange> maxHandshakeAttempts) {
        public static final Timing USUAL = new Timing(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /**
     * @param headerProtectionKey    32 bytes in Base64, under which the headers are hidden
     * @param contentPaddingAddition how many zero bytes follow a packet inside
     * @param hasRandomTrailers      whether random bytes follow handshake messages
     * @param hasNoCookies           whether cookies are neither sent nor understood
     */
    public record Veil(Optional<Secret> headerProtectionKey, Optional<NumberRange> contentPaddingAddition,
            boolean hasRandomTrailers, boolean hasNoCookies) {
        public static final Veil NONE = new Veil(Optional.empty(), Optional.empty(), false, false);
        /** The nonce of the headers' protection is the beginning of the padding. */
        static final int LEAST_PADDING = 12;

        /** @throws InvalidValueException where the key is not one */
        public Veil {
            headerProtectionKey = headerProtectionKey.map(WireGuardKey::canonical);
        }
    }
}
