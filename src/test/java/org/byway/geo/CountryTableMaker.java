package org.byway.geo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes the bundled table of the two lists of {@code @ip-location-db/asn-country} (lines of first, last, country; addresses
 * as numbers): arguments are the IPv4 list, the IPv6 list and the file to write.
 */
final class CountryTableMaker {
    private static final int IPV6_BITS_LEFT_OUT = 80;

    private final Map<String, Integer> places = new TreeMap<>();

    private record Range(long begin, int place) {}

    public static void main(String[] files) throws IOException {
        byte[] table = new CountryTableMaker().make(Files.readAllLines(Path.of(files[0])),
                Files.readAllLines(Path.of(files[1])));
        Files.write(Path.of(files[2]), table);
    }

    byte[] make(List<String> ipv4, List<String> ipv6) throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        List.of(ipv4, ipv6).forEach(list -> list.forEach(line -> codes.add(line.split(",", -1)[2])));
        codes.forEach(code -> places.put(code, places.size() + 1));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed, best))) {
            out.writeByte(codes.size());
            for (String code : codes) {
                out.write(code.getBytes(StandardCharsets.US_ASCII));
            }
            write(out, ranges(ipv4, 0));
            write(out, ranges(ipv6, IPV6_BITS_LEFT_OUT));
        }
        best.end();
        return packed.toByteArray();
    }

    /** Neighbours of one country become one range; what lies between two is of no country. */
    private List<Range> ranges(List<String> lines, int bitsLeftOut) {
        List<Range> ranges = new ArrayList<>();
        long next = 0;
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            long begin = new BigInteger(fields[0]).shiftRight(bitsLeftOut).longValueExact();
            if (begin > next) {
                add(ranges, new Range(next, 0));
            }
            add(ranges, new Range(Math.max(begin, next), Objects.requireNonNull(places.get(fields[2]))));
            next = Math.max(next, new BigInteger(fields[1]).shiftRight(bitsLeftOut).longValueExact() + 1);
        }
        add(ranges, new Range(next, 0));
        return ranges;
    }

    private static void add(List<Range> ranges, Range range) {
        if (!ranges.isEmpty() && ranges.getLast().begin() == range.begin()) {
            ranges.removeLast();
        }
        if (ranges.isEmpty() || ranges.getLast().place() != range.place()) {
            ranges.add(range);
        }
    }

    private static void write(DataOutputStream out, List<Range> ranges) throws IOException {
        out.writeInt(ranges.size());
        long before = 0;
        for (Range range : ranges) {
            long rest = range.begin() - before;
            for (; rest >= 0x80; rest >>>= 7) {
                out.writeByte((int) ((rest & 0x7f) | 0x80));
            }
            out.writeByte((int) rest);
            before = range.begin();
        }
        for (Range range : ranges) {
            out.writeByte(range.place());
        }
    }
}
