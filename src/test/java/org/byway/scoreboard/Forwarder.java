package org.byway.scoreboard;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byway.bench.Programs;
import org.byway.faulty.FaultyUpstream;
import org.byway.faulty.ShadowsocksSpeech;
import org.byway.faulty.Socks5Speech;
import org.byway.faulty.Speech;
import org.byway.model.HostPort;

/** The programs that are struck: each listens for SOCKS5 and leads to the upstreams, with the best it offers against failure. */
enum Forwarder {
    BYWAY(false) {
        @Override
        Process start(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception {
            return byway(programs, port, upstreams);
        }
    },
    BYWAY_SS(true) {
        @Override
        Process start(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception {
            return byway(programs, port, upstreams);
        }
    },
    /** Passes SOCKS5 through to one server; the others are its spares. Asks each with a SOCKS5 greeting every two seconds. */
    HAPROXY(false) {
        @Override
        Process start(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception {
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
    V2RAY(false) {
        @Override
        Process start(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception {
            return v2ray(programs, port, upstreams, """
                    "protocol":"socks","settings":{"servers":[{"address":"%s","port":%d,
                    "users":[{"user":"user","pass":"password"}]}]}""");
        }
    },
    V2RAY_SS(true) {
        @Override
        Process start(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception {
            return v2ray(programs, port, upstreams, """
                    "protocol":"shadowsocks","settings":{"servers":[{"address":"%s","port":%d,
                    "method":"aes-256-gcm","password":"password"}]}""");
        }
    };

    private final boolean isShadowsocks;

    Forwarder(boolean isShadowsocks) {
        this.isShadowsocks = isShadowsocks;
    }

    /** Of its upstreams. */
    Speech speech() {
        return isShadowsocks ? new ShadowsocksSpeech() : new Socks5Speech();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isInstalled() {
        return this == BYWAY || this == BYWAY_SS || Programs.isInstalled(program());
    }

    /** One line, as the program says it. */
    String version() throws IOException {
        return switch (this) {
            case BYWAY, BYWAY_SS -> Programs.firstLine(Programs.byway().toString(), "--version");
            case HAPROXY -> Programs.firstLine(program(), "-v");
            case V2RAY, V2RAY_SS -> Programs.firstLine(program(), "-version");
        };
    }

    private String program() {
        return title().replace("-ss", "");
    }

    abstract Process start(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception;

    final Process byway(Programs programs, int port, List<FaultyUpstream> upstreams) throws Exception {
        return programs.byway(title(), port,
                upstreams.stream().map(FaultyUpstream::link).collect(Collectors.joining("\n")));
    }

    /** Balancing at random: the only strategy of the version in Debian 12, which observes nothing. */
    final Process v2ray(Programs programs, int port, List<FaultyUpstream> upstreams, String outbound)
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
