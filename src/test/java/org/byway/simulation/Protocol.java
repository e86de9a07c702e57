package org.byway.simulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.carrier.TlsOptions;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks5Endpoint;

/** The protocols of the list, and what tells them apart on the way. */
enum Protocol {
    SOCKS5("socks5", 1080, 40, 3), HTTP("http", 8080, 25, 2), HTTPS("https", 443, 15, 3), SHADOWSOCKS("shadowsocks",
            8388, 20, 1);

    private static final Secret PASSWORD = Secret.of("x");

    private final String text;
    private final int port;
    private final int percent;
    private final int roundTrips;

    Protocol(String text, int port, int percent, int roundTrips) {
        this.text = text;
        this.port = port;
        this.percent = percent;
        this.roundTrips = roundTrips;
    }

    static Protocol of(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst().orElseThrow();
    }

    /** By its share in the list. */
    static Protocol any(RandomGenerator random) {
        int left = random.nextInt(100);
        for (Protocol each : values()) {
            left -= each.percent;
            if (left < 0) {
                return each;
            }
        }
        throw new AssertionError("the shares are less than everything");
    }

    Endpoint at(String host) {
        HostPort server = new HostPort(host, port);
        return switch (this) {
            case SOCKS5 -> new Socks5Endpoint(server, Optional.empty());
            case HTTP -> new HttpProxyEndpoint(server, Optional.empty());
            case HTTPS -> new HttpProxyEndpoint(server, Optional.empty(), Optional.of(TlsOptions.DEFAULT));
            case SHADOWSOCKS -> new ShadowsocksEndpoint(server, ShadowsocksMethod.AES_256_GCM, PASSWORD);
        };
    }

    /** Up to ready. */
    int roundTrips() {
        return roundTrips;
    }

    /** Whether a server says that it reached the destination. */
    boolean confirms() {
        return this != SHADOWSOCKS;
    }
}
