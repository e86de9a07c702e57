package org.byway.scoreboard;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byway.bench.Programs;
import org.byway.faulty.FaultyServer;
import org.byway.faulty.FaultyTunnel;
import org.byway.faulty.ServerKind;
import org.byway.faulty.ShadowsocksSpeech;
import org.byway.faulty.Socks5Speech;
import org.byway.model.HostPort;

/** The programs that are struck: each listens for SOCKS5 and leads to the upstreams, with the best it offers against failure. */
enum Forwarder {
    BYWAY(Upstreams.SOCKS5), BYWAY_SS(Upstreams.SHADOWSOCKS), BYWAY_WG(Upstreams.WIREGUARD), BYWAY_WG_SOCKS(
            Upstreams.WIREGUARD_AND_SOCKS5) {
        @Override
        boolean bears(Fault fault) {
            return fault.target() == Fault.Target.DATAGRAMS;
        }
    },
    /** Passes SOCKS5 through to one server; the others are its spares. Asks each with a SOCKS5 greeting every two seconds. */
    HAPROXY(Upstreams.SOCKS5) {
        @Override
        Process start(Programs programs, int port, List<FaultyServer> upstreams) throws Exception {
            String servers = IntStream.range(0, upstreams.size())
                    .mapToObj(
                            i -> "  server s%d %s%s".formatted(i, upstreams.get(i).address(), i == 0 ? "" : " backup"))
                    .collect(Collectors.joining("\n"));
            String config = programs.write("haproxy.cfg", """
                    global
                      maxconn 4000
                    defaults
                      mode tcp
                      timeout connect 5s
                      timeout client 300s
                      timeout server 300s
                      retries 3
                      option redispatch 1
                    listen scoreboard
                      bind 127.0.0.1:%d
                      option tcp-check
                      tcp-check send-binary 050100
                      tcp-check expect binary 0500
                      default-server check inter 2s fall 3 rise 2 on-marked-down shutdown-sessions
                    %s
                    """.formatted(port, servers)).toString();
            return programs.start(title(), port, "haproxy", "-f", config, "-db");
        }
    },
    V2RAY(Upstreams.SOCKS5) {
        @Override
        Process start(Programs programs, int port, List<FaultyServer> upstreams) throws Exception {
            return v2ray(programs, port, upstreams, """
                    "protocol":"socks","settings":{"servers":[{"address":"%s","port":%d,
                    "users":[{"user":"user","pass":"password"}]}]}""");
        }
    },
    V2RAY_SS(Upstreams.SHADOWSOCKS) {
        @Override
        Process start(Programs programs, int port, List<FaultyServer> upstreams) throws Exception {
            return v2ray(programs, port, upstreams, """
                    "protocol":"shadowsocks","settings":{"servers":[{"address":"%s","port":%d,
                    "method":"aes-256-gcm","password":"password"}]}""");
        }
    };

    private final Upstreams upstreams;

    Forwarder(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** What stands behind it: four of a kind, or two of each in this order. */
    private enum Upstreams {
        SOCKS5, SHADOWSOCKS, WIREGUARD, WIREGUARD_AND_SOCKS5;

        List<ServerKind> kinds() {
            return switch (this) {
                case SOCKS5 -> List.of(new Socks5Speech());
                case SHADOWSOCKS -> List.of(new ShadowsocksSpeech());
                case WIREGUARD -> List.of(FaultyTunnel.KIND);
                case WIREGUARD_AND_SOCKS5 -> List.of(FaultyTunnel.KIND, new Socks5Speech());
            };
        }
    }

    /** The kinds of its upstreams, in the order of its list. */
    List<ServerKind> upstreams() {
        List<ServerKind> kinds = upstreams.kinds();
        return kinds.stream().flatMap(it -> Collections.nCopies(Network.UPSTREAMS / kinds.size(), it).stream())
                .toList();
    }

    /** How it is told of a site: tunnels lead to no address of the loopback. */
    UnaryOperator<String> asking() {
        return upstreams.kinds().contains(FaultyTunnel.KIND) ? Site::beyondTunnels : UnaryOperator.identity();
    }

    /** Whether the fault can be struck at its upstreams at all. */
    boolean bears(Fault fault) {
        return fault.target() != Fault.Target.DATAGRAMS
                && upstreams.kinds().stream().allMatch(it -> it.knows(fault.temper()));
    }

    private boolean isByway() {
        return title().startsWith("byway");
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isInstalled() {
        return isByway() || Programs.isInstalled(program());
    }

    /** One line, as the program says it. */
    String version() throws IOException {
        return switch (this) {
            case BYWAY, BYWAY_SS, BYWAY_WG, BYWAY_WG_SOCKS ->
                Programs.firstLine(Programs.byway().toString(), "--version");
            case HAPROXY -> Programs.firstLine(program(), "-v");
            case V2RAY, V2RAY_SS -> Programs.firstLine(program(), "-version");
        };
    }

    private String program() {
        return title().replace("-ss", "");
    }

    /** Byway; the others say otherwise. */
    Process start(Programs programs, int port, List<FaultyServer> upstreams) throws Exception {
        return programs.byway(title(), port,
                upstreams.stream().map(FaultyServer::link).collect(Collectors.joining("\n")), "--probe-url",
                "http://probe-one.example/", "--probe-url", "http://probe-two.test/");
    }

    /** Balancing at random: the only strategy of the version in Debian 12, which observes nothing. */
    final Process v2ray(Programs programs, int port, List<FaultyServer> upstreams, String outbound)
            throws Exception {
        String outbounds = IntStream.range(0, upstreams.size()).mapToObj(i -> {
            HostPort server = upstreams.get(i).address();
            return "{\"tag\":\"out" + i + "\"," + outbound.formatted(server.host(), server.port()) + "}";
        }).collect(Collectors.joining(","));
        String config = programs.write(title() + ".json", """
                {"log":{"loglevel":"none"},"inbounds":[{"listen":"127.0.0.1","port":%d,"protocol":"socks",
                "settings":{"auth":"noauth","udp":false}}],"outbounds":[%s],
                "routing":{"balancers":[{"tag":"all","selector":["out"]}],
                "rules":[{"type":"field","network":"tcp","balancerTag":"all"}]}}
                """.formatted(port, outbounds)).toString();
        return programs.start(title(), port, "v2ray", "-config", config);
    }
}
