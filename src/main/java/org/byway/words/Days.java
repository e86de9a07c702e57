package org.byway.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and times of day as people of a locale write them: their order, digits and, for Persian, calendar. */
record Days(Locale locale, ZoneId zone) {
    boolean isSame(Instant one, Instant other) {
        return local(one).equals(local(other));
    }

    String time(Instant at, FormatStyle style) {
        return written(DateTimeFormatter.ofLocalizedTime(style), at);
    }

    String date(Instant at) {
        return locale.getLanguage().equals("fa")
                ? SolarHijriDate.of(local(at)).written(DecimalStyle.of(locale).getZeroDigit())
                : written(DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT), at);
    }

    private LocalDate local(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String written(DateTimeFormatter formatter, Instant at) {
        return formatter.withLocale(locale).withDecimalStyle(DecimalStyle.of(locale)).withZone(zone).format(at);
    }
}
