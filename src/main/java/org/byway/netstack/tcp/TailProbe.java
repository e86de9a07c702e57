package org.byway.netstack.tcp;

/** The probe for a lost tail (RFC 8985, section 7): whether one is out, and what its answer says. */
final class TailProbe {
    private long end;

    boolean isOut() {
        return end > 0;
    }

    /** The segment that ends there was sent again. */
    void sent(long position) {
        end = position;
    }

    void forget() {
        end = 0;
    }

    /** Section 7.4: whether the probe made good what was lost, now that everything before the position has arrived. */
    boolean madeGood(long position, boolean isDuplicateReported) {
        if (!isOut() || position < end) {
            return false;
        }
        forget();
        return !isDuplicateReported;
    }
}
