package org.byway.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A date of the calendar of Iran and Afghanistan, which Java lacks. Six months of 31 days, five of 30, and a last one of
 * 29 or, in eight of 33 years, 30; that rule holds until the year 1501 (2122).
 */
record SolarHijriDate(int year, int month, int day) {
    private static final LocalDate FIRST_OF_1399 = LocalDate.of(2020, 3, 20);
    private static final int FIRST_YEAR = 1399;
    private static final int LONG_MONTHS = 6;

    static SolarHijriDate of(LocalDate date) {
        int year = FIRST_YEAR;
        long left = ChronoUnit.DAYS.between(FIRST_OF_1399, date);
        while (left < 0) {
            year--;
            left += length(year);
        }
        while (left >= length(year)) {
            left -= length(year);
            year++;
        }
        int dayOfYear = (int) left;
        int month = dayOfYear < LONG_MONTHS * 31 ? dayOfYear / 31 : LONG_MONTHS + (dayOfYear - LONG_MONTHS * 31) / 30;
        int before = month <= LONG_MONTHS ? month * 31 : LONG_MONTHS * 31 + (month - LONG_MONTHS) * 30;
        return new SolarHijriDate(year, month + 1, dayOfYear - before + 1);
    }

    private static int length(int year) {
        return isLeap(year) ? 366 : 365;
    }

    private static boolean isLeap(int year) {
        return switch (Math.floorMod(year, 33)) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }

    /** Year, month, day, as 1405/09/07. */
    String written(char zero) {
        String latin = String.format(Locale.ROOT, "%d/%02d/%02d", year, month, day);
        StringBuilder own = new StringBuilder();
        latin.chars().forEach(c -> own.append(c == '/' ? '/' : (char) (c - '0' + zero)));
        return own.toString();
    }
}
