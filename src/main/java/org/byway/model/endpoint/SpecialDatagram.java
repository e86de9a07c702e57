package org.byway.model.endpoint;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.byway.model.InvalidValueException;
import org.byway.model.NumberRange;
import org.byway.model.Problem;

/** A datagram in AmneziaWG's notation ({@code I1} to {@code I5}): tags such as {@code <b 0xc0ff><r 16><t>}, in their order. */
public record SpecialDatagram(List<Part> parts) {
    private static final int LONGEST_PART = 1000;
    private static final int LONGEST = 1400;
    private static final int NUMBER_BYTES = 4;

    /** What a part is made of, and how long it is. */
    public record Part(Kind kind, String hexadecimal, int length) {
        static Part of(Kind kind, int length) {
            return new Part(kind, "", length);
        }
    }

    /** Where a part's bytes come from. */
    public enum Kind {
        FIXED, RANDOM, LETTERS, DIGITS, TIME, COUNTER
    }

    public SpecialDatagram {
        parts = List.copyOf(parts);
    }

    /** @throws InvalidValueException where a tag is unknown, or it becomes longer than a datagram that all ways carry */
    public static SpecialDatagram parse(String text) {
        List<Part> parts = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = rest.indexOf('>');
            if (rest.charAt(0) != '<' || end < 0) {
                throw bad();
            }
            parts.add(part(rest.substring(1, end).strip()));
            rest = rest.substring(end + 1).strip();
        }
        SpecialDatagram datagram = new SpecialDatagram(parts);
        if (datagram.length() == 0 || datagram.length() > LONGEST) {
            throw bad();
        }
        return datagram;
    }

    public int length() {
        return parts.stream().mapToInt(Part::length).sum();
    }

    private static Part part(String tag) {
        int space = tag.indexOf(' ');
        String name = (space < 0 ? tag : tag.substring(0, space)).toLowerCase(Locale.ROOT);
        String value = space < 0 ? "" : tag.substring(space + 1).strip();
        return switch (name) {
            case "b" -> fixed(value);
            case "r" -> Part.of(Kind.RANDOM, length(value));
            case "rc" -> Part.of(Kind.LETTERS, length(value));
            case "rd" -> Part.of(Kind.DIGITS, length(value));
            case "t" -> Part.of(Kind.TIME, NUMBER_BYTES);
            case "c" -> Part.of(Kind.COUNTER, NUMBER_BYTES);
            // they stand for data, of which a special datagram has none
            case "d", "ds" -> Part.of(Kind.FIXED, 0);
            case "dz" -> new Part(Kind.FIXED, "00".repeat(length(value)), length(value));
            default -> throw bad();
        };
    }

    private static Part fixed(String value) {
        String digits = value.toLowerCase(Locale.ROOT).startsWith("0x") ? value.substring(2) : value;
        if (digits.isEmpty() || digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw bad();
        }
        return new Part(Kind.FIXED, digits.toLowerCase(Locale.ROOT), digits.length() / 2);
    }

    private static int length(String value) {
        long length = NumberRange.number(value);
        if (length > LONGEST_PART) {
            throw bad();
        }
        return (int) length;
    }

    private static InvalidValueException bad() {
        return new InvalidValueException(Problem.BAD_SPECIAL_DATAGRAM);
    }
}
