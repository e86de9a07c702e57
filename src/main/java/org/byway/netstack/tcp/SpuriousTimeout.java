package org.byway.netstack.tcp;

import org.byway.netstack.wire.TcpOptions;

/** Whether a timeout came too early, which timestamps tell (RFC 3522, section 3.2). */
final class SpuriousTimeout {
    private final TimestampClock clock;
    private int firstStamp;

    SpuriousTimeout(TimestampClock clock) {
        this.clock = clock;
    }

    /** The timer has expired for the so-manieth time in a row. */
    void expired(int expiries) {
        if (expiries == 1) {
            firstStamp = clock.now();
        }
    }

    /** Of the first acknowledgment after it: it answers what was sent before. */
    boolean isShownBy(TcpOptions answer) {
        return clock.isOn() && answer.timestamps() != null && answer.timestamps().echo() - firstStamp < 0;
    }
}
