package org.byway.simulation;

/** A block of IPv4 addresses, as {@code 52.192.0.0/11}. */
record Subnet(int address, int bits) {
    static Subnet of(String text) {
        int slash = text.indexOf('/');
        int address = 0;
        for (String part : text.substring(0, slash).split("\\.", -1)) {
            address = (address << 8) | Integer.parseInt(part);
        }
        return new Subnet(address, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(int other) {
        return (other ^ address) >>> (Integer.SIZE - bits) == 0;
    }

    /** How many of /16 it has. */
    int networks() {
        return 1 << (16 - bits);
    }

    /** The first address of one of its /16. */
    int network(int which) {
        return address + (which << 16);
    }
}
