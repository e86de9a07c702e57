package org.byway.netstack.tcp;

/**
 * Between the 32-bit sequence numbers of one direction, which wrap, and positions in its stream, which do not.
 *
 * @param initial the sequence number of the SYN
 */
record SequenceSpace(int initial) {
    int number(long position) {
        return initial + (int) position;
    }

    /** The position with that number that is nearest to another (RFC 9293, section 3.4: comparisons modulo 2^32). */
    long position(int number, long near) {
        return near + (number - number(near));
    }
}
