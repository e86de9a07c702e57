package org.byway.os;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** macOS tells by {@code netstat}, {@code arp} and {@code sysctl}. */
final class MacNetworkTables implements NetworkTables {
    private static final Pattern ARP = Pattern.compile("\\(([0-9.]+)\\) at ([0-9a-fA-F:]+) on (\\S+)");
    private static final Pattern BOOT = Pattern.compile("sec = (\\d+), usec = (\\d+)");

    @Override
    public List<WayOut> waysOut() throws IOException {
        return waysOut(SystemCommand.output("/usr/sbin/netstat", "-rn"),
                SystemCommand.output("/usr/sbin/arp", "-an"));
    }

    /** The time of the start is moved with the clock when that is changed, so the two together count real time. */
    @Override
    public Optional<Duration> sinceBoot() {
        try {
            return sinceBoot(SystemCommand.output("/usr/sbin/sysctl", "-n", "kern.boottime"), Instant.now());
        } catch (IOException untold) {
            return Optional.empty();
        }
    }

    static Optional<Duration> sinceBoot(String boottime, Instant now) {
        Matcher boot = BOOT.matcher(boottime);
        return boot.find()
                ? Optional.of(Duration.between(Instant.ofEpochSecond(Long.parseLong(boot.group(1)),
                        Long.parseLong(boot.group(2)) * 1000), now))
                : Optional.empty();
    }

    /** {@code Destination Gateway Flags Netif Expire}, first "Internet:", then "Internet6:". */
    static List<WayOut> waysOut(String netstat, String arp) {
        List<WayOut> ways = new ArrayList<>();
        List<String[]> rows = netstat.lines().map(line -> line.strip().split("\\s+")).toList();
        for (String[] row : rows) {
            boolean isDefault = row.length > 3 && (row[0].equals("default") || row[0].equals("0/1"));
            // "I" marks a route for one interface only, "R" one that rejects, utun a tunnel that is always there
            if (isDefault && !row[2].contains("I") && !row[2].contains("R") && !row[3].startsWith("lo")) {
                ways.add(new WayOut(row[3], row[1], hardware(arp, row[1], row[3]), prefix(rows, row[3])));
            }
        }
        return ways;
    }

    private static Optional<String> hardware(String arp, String gateway, String device) {
        if (gateway.startsWith("fe80:")) {
            return Optional.of(gateway); // neighbours of IPv6 are asked for otherwise
        }
        return arp.lines().map(ARP::matcher)
                .filter(it -> it.find() && it.group(1).equals(gateway) && it.group(3).equals(device))
                .map(it -> it.group(2)).findFirst();
    }

    private static String prefix(List<String[]> rows, String device) {
        return rows.stream().filter(it -> it.length > 3 && it[3].equals(device) && it[1].startsWith("link#"))
                .map(it -> it[0]).filter(it -> it.indexOf('.') > 0 && !it.startsWith("169.254")
                        && !it.startsWith("224.") && !it.startsWith("255.") && !it.endsWith("/32"))
                .sorted().findFirst().orElse("");
    }
}
