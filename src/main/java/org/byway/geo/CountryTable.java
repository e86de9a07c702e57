package org.byway.geo;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.byway.model.HostPort;

/**
 * The country in which an address is registered. Reading the table takes some milliseconds and about 1.5 MB; any thread
 * may ask it afterwards.
 */
public final class CountryTable {
    /** Of an IPv6 address only the first 48 bits are looked at: nobody is given less. */
    private static final int IPV6_BITS_LEFT_OUT = 16;
    private static final int NOWHERE = 0;

    private final List<Country> countries;
    private final Ranges ipv4;
    private final Ranges ipv6;

    private CountryTable(List<Country> countries, Ranges ipv4, Ranges ipv6) {
        this.countries = countries;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /** Begins of ranges in ascending order, each up to the next, and the number of each range's country. */
    private static final class Ranges {
        private final long[] begins;
        private final byte[] places;

        Ranges(long[] begins, byte[] places) {
            this.begins = begins;
            this.places = places;
        }

        int find(long address) {
            int found = Arrays.binarySearch(begins, address);
            int range = found >= 0 ? found : -found - 2;
            return range < 0 ? NOWHERE : Byte.toUnsignedInt(places[range]);
        }
    }

    /** Reads the bundled table. */
    public static CountryTable bundled() {
        try (InputStream packed = CountryTable.class.getResourceAsStream("countries.bin")) {
            if (packed == null) {
                throw new IllegalStateException("the table of countries is not in the package");
            }
            return read(packed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static CountryTable read(InputStream packed) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(packed)));
        List<Country> countries = new ArrayList<>();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            countries.add(new Country(new String(in.readNBytes(2), StandardCharsets.US_ASCII)));
        }
        return new CountryTable(List.copyOf(countries), ranges(in), ranges(in));
    }

    private static Ranges ranges(DataInputStream in) throws IOException {
        long[] begins = new long[in.readInt()];
        long begin = 0;
        for (int i = 0; i < begins.length; i++) {
            begin += varint(in);
            begins[i] = begin;
        }
        return new Ranges(begins, in.readNBytes(begins.length));
    }

    private static long varint(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    }

    /** Absent for a name, which is never resolved for this, and for an address that is registered nowhere. */
    public Optional<Country> of(HostPort server) {
        if (!server.isAddress()) {
            return Optional.empty();
        }
        byte[] address = bytes(server.host());
        int place = address.length == Integer.BYTES
                ? ipv4.find(Integer.toUnsignedLong(ByteBuffer.wrap(address).getInt()))
                : ipv6.find(ByteBuffer.wrap(address).getLong() >>> IPV6_BITS_LEFT_OUT);
        return place == NOWHERE ? Optional.empty() : Optional.of(countries.get(place - 1));
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.ofLiteral(literal).getAddress();
        } catch (IllegalArgumentException notForTheJdk) {
            return new byte[Integer.BYTES];
        }
    }
}
