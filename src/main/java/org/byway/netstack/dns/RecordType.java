package org.byway.netstack.dns;

import org.byway.netstack.wire.IpAddress;

/** The records that are asked for (RFC 1035, section 3.2.2; RFC 3596). */
enum RecordType {
    A(1, IpAddress.V4_BYTES), AAAA(28, IpAddress.V6_BYTES);

    private final int number;
    private final int addressBytes;

    RecordType(int number, int addressBytes) {
        this.number = number;
        this.addressBytes = addressBytes;
    }

    int number() {
        return number;
    }

    int addressBytes() {
        return addressBytes;
    }
}
