package org.byway.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Linux tells in files of {@code /proc}: no process is needed. */
final class LinuxNetworkTables implements NetworkTables {
    private static final Path PROC = Path.of("/proc");

    @Override
    public List<WayOut> waysOut() throws IOException {
        // "self" is what this process sees; an own network namespace has tables of its own
        Path net = PROC.resolve("self").resolve("net");
        List<WayOut> ways = new ArrayList<>(ipv4(Files.readString(net.resolve("route")),
                Files.readString(net.resolve("arp"))));
        Path ipv6 = net.resolve("ipv6_route");
        if (Files.exists(ipv6)) { // not where IPv6 is switched off
            ways.addAll(ipv6(Files.readString(ipv6)));
        }
        return ways;
    }

    @Override
    public Optional<Duration> sinceBoot() {
        try {
            return sinceBoot(Files.readString(PROC.resolve("uptime")));
        } catch (IOException untold) {
            return Optional.empty();
        }
    }

    /** The first number is CLOCK_BOOTTIME, which counts sleep and no change of the clock. */
    static Optional<Duration> sinceBoot(String uptime) {
        try {
            double seconds = Double.parseDouble(uptime.strip().split(" ", 2)[0]);
            return Optional.of(Duration.ofMillis((long) (seconds * 1000)));
        } catch (NumberFormatException another) {
            return Optional.empty();
        }
    }

    /**
     * {@code Iface Destination Gateway Flags RefCnt Use Metric Mask …}, the numbers in the host's byte order.
     *
     * <p>A tunnel may cover all with two halves, {@code 0.0.0.0/1} and {@code 128.0.0.0/1}.
     */
    static List<WayOut> ipv4(String routes, String arp) {
        List<String[]> rows = rows(routes);
        return rows.stream().filter(it -> it.length > 7 && isNumber(it[6]) && isAlmostAll(it[7]) && isOut(it[3], it[0]))
                .sorted(Comparator.comparingInt(it -> Integer.parseInt(it[6])))
                .map(it -> new WayOut(it[0], it[2], hardware(arp, it[0], it[2]), prefix(rows, it[0]))).toList();
    }

    /** {@code destination length source length gateway metric refcount use flags device}, all hexadecimal. */
    static List<WayOut> ipv6(String routes) {
        List<String[]> rows = rows(routes);
        return rows.stream().filter(it -> it.length > 9 && it[1].equals("00") && isOut(it[8], it[9]))
                // the neighbours are told by netlink alone, so the router's own address stands for its hardware's
                .map(it -> new WayOut(it[9], it[4],
                        Optional.of(it[4]).filter(gateway -> !gateway.chars().allMatch(c -> c == '0')),
                        prefix6(rows, it[9])))
                .toList();
    }

    private static List<String[]> rows(String table) {
        return table.lines().map(line -> line.strip().split("\\s+")).toList();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAlmostAll(String mask) {
        return mask.equals("00000000") || mask.equals("00000080");
    }

    /** RTF_UP and not RTF_REJECT (linux/route.h), and not the loopback. */
    private static boolean isOut(String flags, String device) {
        long bits = Long.parseLong("0" + flags.replaceAll("[^0-9a-fA-F]", ""), 16);
        return (bits & 0x1) != 0 && (bits & 0x200) == 0 && !device.equals("lo");
    }

    /** {@code IP address, HW type, Flags, HW address, Mask, Device}. */
    private static Optional<String> hardware(String arp, String device, String gateway) {
        String address = dotted(gateway);
        return rows(arp).stream().filter(it -> it.length > 5 && it[0].equals(address) && it[5].equals(device))
                .map(it -> it[3]).filter(it -> !it.equals("00:00:00:00:00:00")).findFirst();
    }

    private static String dotted(String hostOrder) {
        long number = Long.parseLong("0" + hostOrder.replaceAll("[^0-9a-fA-F]", ""), 16);
        return (number & 0xff) + "." + ((number >> 8) & 0xff) + "." + ((number >> 16) & 0xff) + "."
                + ((number >> 24) & 0xff);
    }

    /** What is reached without a router. */
    private static String prefix(List<String[]> rows, String device) {
        return rows.stream()
                .filter(it -> it.length > 7 && it[0].equals(device) && it[2].equals("00000000") && !isAlmostAll(it[7]))
                .map(it -> it[1] + "/" + it[7]).sorted().findFirst().orElse("");
    }

    /** Of global addresses: fe80::/10 and ff00::/8 are everywhere the same. */
    private static String prefix6(List<String[]> rows, String device) {
        return rows.stream().filter(it -> it.length > 9 && it[9].equals(device) && it[1].equals("40"))
                .map(it -> it[0]).filter(it -> !it.startsWith("fe8") && !it.startsWith("ff")).sorted().findFirst()
                .orElse("");
    }
}
