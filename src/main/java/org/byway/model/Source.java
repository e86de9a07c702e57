package org.byway.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where entries came from, and what the last reading of it gave.
 *
 * @param name             as in {@link ListEntry#sources}
 * @param place            the address or the path by which it can be read again, which may hold a token; absent where it was
 *                         pasted
 * @param readEpochSecond  when it was read last, by the clock of that time
 * @param last             what came of that
 */
public record Source(String name, Optional<Secret> place, long readEpochSecond, Reading last) {
    /** The name of what a person has filled in. */
    public static final String BY_HAND = "by hand";
    /** The name of the embedded practice network. */
    public static final String PRACTICE = "practice";

    public Instant read() {
        return Instant.ofEpochSecond(readEpochSecond);
    }

    public Source withReading(Instant at, Reading reading) {
        return new Source(name, place, at.getEpochSecond(), reading);
    }

    /** Whether both are the same place, or the same kind of paste. */
    public boolean isSameAs(Source other) {
        return name.equals(other.name) && place.equals(other.place);
    }

    /**
     * What one reading gave.
     *
     * @param isGood     whether there was something to read
     * @param added      entries that were new in the list
     * @param known      entries that were there already
     * @param unreadable lines that named none
     */
    public record Reading(boolean isGood, int added, int known, int unreadable) {
        public static final Reading FAILED = new Reading(false, 0, 0, 0);
    }
}
