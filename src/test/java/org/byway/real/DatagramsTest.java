package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.byway.model.HostPort;
import org.byway.testing.DatagramEcho;
import org.byway.testing.SocksDatagrams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UDP ASSOCIATE through real servers. */
@Tag("real")
class DatagramsTest {
    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private final DatagramEcho echo = new DatagramEcho();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        echo.close();
    }

    @Test
    void danteCarriesDatagrams() throws Exception {
        RealServer dante = keep(RealServer.dante(folder));
        RunningByway byway = keep(RunningByway.with(folder, dante.line()));

        assertThat(echoed(byway, echo.address())).isEqualTo("a datagram");
        assertThat(echoed(byway, new HostPort("localhost", echo.address().port()))).isEqualTo("a datagram");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-128-gcm", "aes-256-gcm", "chacha20-ietf-poly1305"})
    void shadowsocksCarriesDatagrams(String method) throws Exception {
        RealServer server = keep(RealServer.shadowsocks(folder, method));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));

        assertThat(echoed(byway, echo.address())).isEqualTo("a datagram");
        assertThat(echoed(byway, new HostPort("localhost", echo.address().port()))).isEqualTo("a datagram");
    }

    @Test
    void serversWithoutDatagramsArePassedOver() throws Exception {
        RealServer tinyproxy = keep(RealServer.tinyproxy(folder));
        RealServer microsocks = keep(RealServer.microsocks(folder));
        RealServer dante = keep(RealServer.dante(folder));
        RunningByway byway = keep(RunningByway.with(folder, tinyproxy.line(), microsocks.line(), dante.line()));

        assertThat(echoed(byway, echo.address())).isEqualTo("a datagram");
    }

    @Test
    void noServerWithDatagramsIsSaidByCode() throws Exception {
        RealServer microsocks = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, microsocks.line()));

        assertThatIOException().isThrownBy(() -> echoed(byway, echo.address())).withMessage("refused with code 7");
    }

    private static String echoed(RunningByway byway, HostPort to) throws IOException {
        try (SocksDatagrams program = SocksDatagrams.through(HostPort.parse(byway.socks()))) {
            program.send(to, "a datagram".getBytes(StandardCharsets.US_ASCII));
            return new String(program.receive(), StandardCharsets.US_ASCII);
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
