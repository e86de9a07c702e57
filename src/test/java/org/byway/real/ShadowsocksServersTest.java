package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Byway over ss-server of shadowsocks-libev, curl in front of it. */
@Tag("real")
class ShadowsocksServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGE = 64 * 1024 * 1024;

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-128-gcm", "aes-256-gcm", "chacha20-ietf-poly1305"})
    void largeTransfersArriveWholeBothWays(String method) throws Exception {
        EchoSite site = keep(new EchoSite());
        RealServer server = keep(RealServer.shadowsocks(folder, method));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        Path sent = Files.write(folder.resolve("sent"), large);
        Path received = folder.resolve("received");

        Program.Ended curl = Program.run(PATIENCE, List.of("curl", "-s", "-m", "50", "--socks5-hostname", byway.socks(),
                "--data-binary", "@" + sent, "-H", "Expect:", "-o", received.toString(), site.url()));

        assertThat(curl.code()).isZero();
        assertThat(Arrays.equals(Files.readAllBytes(received), large)).isTrue();
    }

    @Test
    void serverThatSpeaksFirstIsHeard() throws Exception {
        RealServer server = keep(RealServer.shadowsocks(folder, "aes-256-gcm"));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));
        try (GreetingSite site = new GreetingSite()) {
            Program.Ended curl = Program.run(PATIENCE, List.of("curl", "-s", "-m", "10", "--socks5-hostname",
                    byway.socks(), "telnet://localhost:" + site.port()));

            assertThat(curl.output()).isEqualTo("220 hello\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-256-gcm:wrong", "aes-128-gcm:" + RealServer.SHADOWSOCKS_PASSWORD})
    void wrongPasswordOrMethodIsLeftForTheNextServer(String login) throws Exception {
        EchoSite site = keep(new EchoSite());
        RealServer server = keep(RealServer.shadowsocks(folder, "aes-256-gcm"));
        RealServer other = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, server.withLogin(login), other.line()));
        post(byway, site, 12);

        assertThat(post(byway, site, 12)).isEqualTo("hello\n");
        assertThat(byway.await("moved").path("reason").asString()).contains("password or the cipher may be wrong");
    }

    private static String post(RunningByway byway, EchoSite site, int seconds) throws Exception {
        return Program.run(PATIENCE, List.of("curl", "-s", "-m", Integer.toString(seconds), "--socks5-hostname",
                byway.socks(), "-d", "hello", site.url())).output();
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
