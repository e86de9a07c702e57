package org.byway.protocol.wireguard;

import java.util.Arrays;

/** Which of the newest 8,192 counters have come (section 5.4.6); a packet is shown to it only once it has been opened. */
final class ReplayWindow {
    static final int SIZE = 8192;

    private static final int WORDS = SIZE / Long.SIZE * 2;
    private static final int MASK = WORDS - 1;

    private final long[] seen = new long[WORDS];
    private long next;

    /** Whether it is met for the first time and not too old to say; it is remembered. Counters are below 2^63. */
    boolean isNew(long counter) {
        if (counter < 0 || counter + SIZE < next) {
            return false;
        }
        long word = counter / Long.SIZE;
        if (counter >= next) {
            forgetUpTo(word);
            next = counter + 1;
        }
        long bit = 1L << counter;
        int at = (int) word & MASK;
        boolean isNew = (seen[at] & bit) == 0;
        seen[at] |= bit;
        return isNew;
    }

    /** Empties the words between the newest that was used and this one. */
    private void forgetUpTo(long word) {
        long newest = next == 0 ? 0 : (next - 1) / Long.SIZE;
        if (word - newest >= WORDS) {
            Arrays.fill(seen, 0);
            return;
        }
        for (long each = newest + 1; each <= word; each++) {
            seen[(int) each & MASK] = 0;
        }
    }
}
