package org.byway.model;

import java.net.InetAddress;

/**
 * An IP address and how many of its leading bits count, as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. The bits behind them
 * are kept, since a tunnel's own address is written so, too.
 */
public record AddressBlock(String address, int prefixBits) {
    /** @throws InvalidValueException where this is no address, or has not so many bits */
    public AddressBlock {
        if (!IpLiteral.isAddress(address)) {
            throw new InvalidValueException(Problem.BAD_ADDRESS_BLOCK);
        }
        InetAddress inet = inet(address);
        address = new HostPort(address, 1).host();
        if (prefixBits < 0 || prefixBits > inet.getAddress().length * Byte.SIZE) {
            throw new InvalidValueException(Problem.BAD_ADDRESS_BLOCK);
        }
    }

    /** Reads {@code address/bits}, or an address alone for all of its bits. */
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        String address = (slash < 0 ? text : text.substring(0, slash)).strip();
        String bare = address.startsWith("[") && address.endsWith("]")
                ? address.substring(1, address.length() - 1)
                : address;
        if (slash < 0) {
            return new AddressBlock(bare, bare.indexOf(':') >= 0 ? 128 : Integer.SIZE);
        }
        String bits = text.substring(slash + 1).strip();
        if (bits.isEmpty() || bits.length() > 3 || !bits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException(Problem.BAD_ADDRESS_BLOCK);
        }
        return new AddressBlock(bare, Integer.parseInt(bits));
    }

    public InetAddress inet() {
        return inet(address);
    }

    /** Whether the address is of this block's family and the bits that count are the same. */
    public boolean contains(byte[] other) {
        byte[] own = inet().getAddress();
        if (own.length != other.length) {
            return false;
        }
        int whole = prefixBits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (own[i] != other[i]) {
                return false;
            }
        }
        int rest = prefixBits % Byte.SIZE;
        return rest == 0 || ((own[whole] ^ other[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0;
    }

    @Override
    public String toString() {
        return address + "/" + prefixBits;
    }

    private static InetAddress inet(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException notOne) {
            throw new InvalidValueException(Problem.BAD_ADDRESS_BLOCK);
        }
    }
}
