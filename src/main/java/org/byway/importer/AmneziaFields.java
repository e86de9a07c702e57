package org.byway.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.byway.model.InvalidValueException;
import org.byway.model.NumberRange;
import org.byway.model.Secret;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.model.endpoint.AmneziaOptions.Junk;
import org.byway.model.endpoint.AmneziaOptions.Padding;
import org.byway.model.endpoint.AmneziaOptions.Timing;
import org.byway.model.endpoint.AmneziaOptions.Veil;
import org.byway.model.endpoint.SpecialDatagram;
import org.byway.model.endpoint.WireGuardKey;

/** What AmneziaWG adds to the {@code [Interface]} of a configuration. */
final class AmneziaFields {
    private static final Set<String> YES = Set.of("1", "true", "yes", "on");
    private static final int KINDS = 4;
    private static final int SPECIALS = 5;

    private AmneziaFields() {}

    /** Absent where nothing is said of it. */
    static Optional<AmneziaOptions> read(WireGuardFields own) throws BadFieldException {
        Junk junk = junk(own);
        List<Integer> sizes = new ArrayList<>();
        List<NumberRange> headers = new ArrayList<>();
        for (int kind = 1; kind <= KINDS; kind++) {
            sizes.add(own.read("s" + kind, AmneziaFields::number).orElse(0));
            headers.add(own.read("h" + kind, NumberRange::parse).orElse(NumberRange.of(kind)));
        }
        List<String> specials = new ArrayList<>();
        for (int i = 1; i <= SPECIALS; i++) {
            own.read("i" + i, AmneziaFields::special).ifPresent(specials::add);
        }
        Veil veil = veil(own);
        Timing timing = timing(own);
        try {
            AmneziaOptions options = new AmneziaOptions(junk,
                    new Padding(sizes.get(0), sizes.get(1), sizes.get(2), sizes.get(3)), headers, specials, timing,
                    veil);
            return Optional.of(options).filter(it -> !it.equals(AmneziaOptions.NONE));
        } catch (InvalidValueException bad) {
            throw new BadFieldException("", bad.problem());
        }
    }

    private static Junk junk(WireGuardFields own) throws BadFieldException {
        int count = own.read("jc", AmneziaFields::number).orElse(0);
        int min = own.read("jmin", AmneziaFields::number).orElse(0);
        int max = own.read("jmax", AmneziaFields::number).orElse(min);
        return own.read(own.has("jmin") ? "jmin" : "jc", any -> new Junk(count, min, max)).orElse(Junk.NONE);
    }

    private static Timing timing(WireGuardFields own) throws BadFieldException {
        return new Timing(own.read("rekeyaftertime", NumberRange::parse), own.read("rekeytimeout", NumberRange::parse),
                own.read("rejectaftertime", NumberRange::parse), own.read("keepalivetimeout", NumberRange::parse),
                own.read("maxhandshakeattempts", NumberRange::parse));
    }

    private static Veil veil(WireGuardFields own) throws BadFieldException {
        return new Veil(own.read("headerprotectionkey", AmneziaFields::key),
                own.read("contentpaddingaddition", NumberRange::parse),
                own.read("randomtrailers", AmneziaFields::isYes).orElse(false),
                own.read("disablecookies", AmneziaFields::isYes).orElse(false));
    }

    /** Base64, or hexadecimal. */
    private static Secret key(String text) {
        boolean isHex = text.length() == 64 && text.chars().allMatch(java.util.HexFormat::isHexDigit);
        return WireGuardKey.canonical(Secret.of(isHex
                ? java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(text))
                : text));
    }

    private static boolean isYes(String text) {
        return YES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static int number(String text) {
        return (int) Math.min(Integer.MAX_VALUE, NumberRange.number(text));
    }

    private static String special(String text) {
        SpecialDatagram.parse(text);
        return text;
    }
}
