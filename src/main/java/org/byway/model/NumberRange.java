package org.byway.model;

/** Whole numbers from one to another, both included; written {@code 5} or {@code 5-9}. */
public record NumberRange(long from, long to) {
    private static final int MAX_DIGITS = 10;

    /** @throws InvalidValueException where it is empty, or begins below zero */
    public NumberRange {
        if (from < 0 || from > to) {
            throw new InvalidValueException(Problem.BAD_NUMBER);
        }
    }

    public static NumberRange of(long only) {
        return new NumberRange(only, only);
    }

    /** @throws InvalidValueException where the text is neither a number nor two with a dash */
    public static NumberRange parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? of(number(text))
                : new NumberRange(number(text.substring(0, dash)), number(text.substring(dash + 1)));
    }

    /** @throws InvalidValueException where the text is no whole number of at most ten digits */
    public static long number(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException(Problem.BAD_NUMBER);
        }
        return Long.parseLong(digits);
    }

    public boolean contains(long number) {
        return from <= number && number <= to;
    }

    public boolean overlaps(NumberRange other) {
        return from <= other.to && other.from <= to;
    }

    @Override
    public String toString() {
        return from == to ? Long.toString(from) : from + "-" + to;
    }
}
