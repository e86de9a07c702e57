package org.byway.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.simulation.Server.Condition;

/**
 * All servers: operators of very unequal size, most of them at few large hosters, the others in thousands of small networks.
 *
 * @param servers in the list's order, which is of chance
 */
record World(List<Server> servers) {
    /** Hosters' networks, those that are blocked and as many others. */
    static final List<Subnet> BLOCKED = subnets("52.208.0.0/12", "54.224.0.0/12", "35.176.0.0/13", "34.240.0.0/13",
            "18.192.0.0/13", "13.48.0.0/14", "52.56.0.0/14", "35.156.0.0/14", "54.192.0.0/14", "46.100.0.0/15",
            "138.68.0.0/16", "139.59.0.0/16", "159.65.0.0/16", "165.227.0.0/16", "167.99.0.0/16", "178.128.0.0/16",
            "206.189.0.0/16", "128.199.0.0/16");
    static final List<Subnet> OPEN = subnets("104.192.0.0/14", "144.76.0.0/16", "88.198.0.0/15", "51.68.0.0/14",
            "145.239.0.0/16", "5.188.0.0/15", "185.10.0.0/15", "95.216.0.0/15", "116.202.0.0/15", "45.32.0.0/16",
            "45.76.0.0/15", "149.28.0.0/16", "207.148.0.0/16", "172.104.0.0/15", "139.162.0.0/16", "45.33.0.0/16");

    private static final double AT_LARGE_HOSTERS = 0.75;
    private static final double AT_BLOCKED = 0.7;
    private static final int SMALL_NETWORKS = 3000;
    /** Of the dead, those that died with all of their operator's. */
    private static final double OPERATOR_IS_GONE = 0.5;

    /**
     * @param operators by Zipf's law: the second has half as many servers as the first
     * @param dead      the share of the servers that work for nobody
     */
    static World of(int count, int operators, double dead, long seed) {
        Random random = new Random(seed);
        double[] shares = shares(operators);
        Set<Integer> taken = new HashSet<>();
        List<Server> servers = new ArrayList<>();
        for (int operator = 0; operator < operators; operator++) {
            Operator made = Operator.any(dead, random);
            int its = Math.max(1, (int) Math.round(count * shares[operator]));
            for (int i = 0; i < its && servers.size() < count; i++) {
                int address = made.address(random);
                if (taken.add(address)) {
                    servers.add(made.server(address, servers.size(), random));
                }
            }
        }
        Collections.shuffle(servers, random);
        return new World(List.copyOf(servers));
    }

    /** A list that somebody has of it. */
    List<Server> some(int most) {
        return servers.subList(0, Math.min(most, servers.size()));
    }

    private static double[] shares(int operators) {
        double[] shares = new double[operators];
        double sum = 0;
        for (int i = 0; i < operators; i++) {
            shares[i] = 1.0 / (i + 1);
            sum += shares[i];
        }
        for (int i = 0; i < operators; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static List<Subnet> subnets(String... texts) {
        List<Subnet> subnets = new ArrayList<>();
        for (String text : texts) {
            subnets.add(Subnet.of(text));
        }
        return List.copyOf(subnets);
    }

    /** Who has servers in one protocol and a few networks. */
    private record Operator(List<Integer> networks, Protocol protocol, double dead, double millis) {
        private static final int MOST_NETWORKS = 6;

        static Operator any(double dead, Random random) {
            List<Integer> networks = new ArrayList<>();
            for (int i = random.nextInt(MOST_NETWORKS); i >= 0; i--) {
                networks.add(network(random));
            }
            double gone = dead * OPERATOR_IS_GONE;
            boolean isGone = random.nextDouble() < gone;
            return new Operator(networks, Protocol.any(random), isGone ? 1 : (dead - gone) / (1 - gone),
                    40 * Math.exp(random.nextGaussian() * 0.6 + 0.7));
        }

        private static int network(Random random) {
            if (random.nextDouble() >= AT_LARGE_HOSTERS) {
                return (60 << 24) + (random.nextInt(SMALL_NETWORKS) << 16);
            }
            List<Subnet> hosters = random.nextDouble() < AT_BLOCKED ? BLOCKED : OPEN;
            Subnet hoster = hosters.get(random.nextInt(hosters.size()));
            return hoster.network(random.nextInt(hoster.networks()));
        }

        int address(Random random) {
            return networks.get(random.nextInt(networks.size())) + random.nextInt(1 << 16);
        }

        Server server(int address, int number, Random random) {
            String host = (address >>> 24) + "." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "."
                    + (address & 0xff);
            EndpointId id = new EndpointId(String.format("s%09d", number));
            ListEntry entry = new ListEntry(id, protocol.at(host), host, new LinkedHashSet<>(), false,
                    new LinkedHashSet<>(), Map.of());
            boolean isDead = random.nextDouble() < dead;
            return new Server(entry, address, Duration.ofMillis((long) (millis * (0.8 + 0.4 * random.nextDouble()))),
                    isDead ? deadIn(random) : Condition.WORKS);
        }

        private static Condition deadIn(Random random) {
            double how = random.nextDouble();
            return how < 0.5 ? Condition.GONE : how < 0.85 ? Condition.REFUSES : Condition.BROKEN;
        }
    }
}
