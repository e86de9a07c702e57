package org.byway.os;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Windows tells by {@code route print} and {@code arp -a}, whose words are in the person's language: only numbers are read. An
 * interface is named by its own address.
 */
final class WindowsNetworkTables implements NetworkTables {
    private static final Pattern ROUTE = Pattern
            .compile("^\\s*([0-9.]+)\\s+([0-9.]+)\\s+(\\S.*?)\\s+([0-9.]+)\\s+(\\d+)\\s*$");
    private static final Pattern ROUTE6 = Pattern.compile("^\\s*(\\d+)\\s+(\\d+)\\s+::/0\\s+(fe80:\\S+)\\s*$");
    private static final Pattern NEIGHBOUR = Pattern
            .compile("^\\s*([0-9.]+)\\s+([0-9a-fA-F]{2}(?:-[0-9a-fA-F]{2}){5})\\s");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}");

    @Override
    public List<WayOut> waysOut() throws IOException {
        return waysOut(SystemCommand.output("route.exe", "print"), SystemCommand.output("arp.exe", "-a"));
    }

    /** The monotonic clock counts sleep here. */
    @Override
    public Optional<Duration> sinceBoot() {
        return Optional.of(Duration.ofNanos(System.nanoTime()));
    }

    private record Route(String to, String mask, String gateway, String device, int metric) {}

    static List<WayOut> waysOut(String print, String arp) {
        List<Route> routes = print.lines().map(ROUTE::matcher).filter(Matcher::matches)
                .map(it -> new Route(it.group(1), it.group(2), it.group(3), it.group(4), metric(it.group(5)))).toList();
        List<WayOut> ways = new ArrayList<>(routes.stream()
                .filter(it -> it.to().equals("0.0.0.0")
                        && (it.mask().equals("0.0.0.0") || it.mask().equals("128.0.0.0")))
                .sorted(Comparator.comparingInt(Route::metric))
                .map(it -> new WayOut(it.device(), it.gateway(), hardware(arp, it.gateway()),
                        prefix(routes, it.device())))
                .toList());
        // where there is no IPv4, the router's own address stands for its hardware's
        print.lines().map(ROUTE6::matcher).filter(Matcher::matches)
                .forEach(it -> ways.add(new WayOut(it.group(1), it.group(3), Optional.of(it.group(3)), "")));
        return ways;
    }

    private static Optional<String> hardware(String arp, String gateway) {
        return arp.lines().map(NEIGHBOUR::matcher).filter(it -> it.find() && it.group(1).equals(gateway))
                .map(it -> it.group(2).toLowerCase(Locale.ROOT)).findFirst();
    }

    /** What is reached without a router: then a word stands in the gateway's place. */
    private static String prefix(List<Route> routes, String device) {
        return routes.stream().filter(it -> it.device().equals(device) && !ADDRESS.matcher(it.gateway()).matches())
                .filter(it -> !it.mask().equals("255.255.255.255") && !it.to().startsWith("224."))
                .map(it -> it.to() + "/" + it.mask()).sorted().findFirst().orElse("");
    }

    private static int metric(String digits) {
        return digits.length() < 10 ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}
