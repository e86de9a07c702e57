package org.byway.netstack.tcp;

/** What the receive windows of one stack may grow to together, in bytes. */
final class ReceiveBudget {
    private long left;

    ReceiveBudget(long bytes) {
        this.left = bytes;
    }

    /** Takes so much, or nothing at all. */
    boolean take(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    void giveBack(long bytes) {
        left += bytes;
    }

    long left() {
        return left;
    }
}
