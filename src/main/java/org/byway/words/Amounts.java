package org.byway.words;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Numbers with their units, and times of day, as the language writes them. */
final class Amounts {
    private static final List<String> BYTE_UNITS = List.of("bytes.b", "bytes.kb", "bytes.mb", "bytes.gb", "bytes.tb");
    private static final int STEP = 1000;

    private final Phrases phrases;
    private final Locale locale;
    private final Days days;

    Amounts(Phrases phrases, Locale locale, ZoneId zone) {
        this.phrases = phrases;
        this.locale = locale;
        this.days = new Days(locale, zone);
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    String percent(int percent) {
        return NumberFormat.getPercentInstance(locale).format(percent / 100.0);
    }

    String region(String letters) {
        return Locale.of("", letters).getDisplayCountry(locale);
    }

    /** Decimal units, since that is what connections are sold in. */
    String bytes(long count) {
        double amount = count;
        int unit = 0;
        while (rounded(amount) >= STEP && unit < BYTE_UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return phrases.text(BYTE_UNITS.get(unit), shortNumber(amount, unit > 0));
    }

    String rate(long bytesPerSecond) {
        return phrases.text("rate.per-second", bytes(bytesPerSecond));
    }

    String duration(Duration took) {
        long millis = Math.max(0, took.toMillis());
        return millis < STEP
                ? phrases.text("duration.ms", number(millis))
                : phrases.text("duration.s", shortNumber(millis / (double) STEP, true));
    }

    /** The time of day; with the date before it where that is not today. */
    String when(Instant at, Instant now) {
        return days.isSame(at, now)
                ? days.time(at, FormatStyle.SHORT)
                : days.date(at) + " " + days.time(at, FormatStyle.SHORT);
    }

    /** The time of day; of another day, its date alone. */
    String briefly(Instant at, Instant now) {
        return days.isSame(at, now) ? days.time(at, FormatStyle.SHORT) : days.date(at);
    }

    /** The time of day with its seconds; of another day, the date and the time. */
    String moment(Instant at, Instant now) {
        return days.isSame(at, now) ? days.time(at, FormatStyle.MEDIUM) : when(at, now);
    }

    private String shortNumber(double amount, boolean mayHaveFraction) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(mayHaveFraction && rounded(amount) < 10 ? 1 : 0);
        return format.format(amount);
    }

    /** As it will be written, so that 999.96 kB becomes 1 MB and never 1,000 kB. */
    private static double rounded(double amount) {
        return amount < 10 ? Math.rint(amount * 10) / 10 : Math.rint(amount);
    }
}
