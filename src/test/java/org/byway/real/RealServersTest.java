package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.real.Program.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real servers behind Byway, curl and Chromium in front of it. */
@Tag("real")
class RealServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private WebSite site = openSite();

    private static WebSite openSite() {
        try {
            return new WebSite();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void haveCurl() {
        Program.require("curl");
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        site.close();
    }

    @Test
    void pageComesThroughAfterTheServerInUseIsKilled() throws Exception {
        int dead = Program.freePort();
        RealServer first = keep(RealServer.microsocks(folder));
        RealServer second = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, "127.0.0.1:" + dead, first.line(), second.line()));

        assertThat(fetch(byway)).isEqualTo("a page");
        assertThat(byway.await("moved").path("to").asString()).isEqualTo(first.line());
        first.close();
        assertThat(fetch(byway)).isEqualTo("a page");
        assertThat(byway.await("moved").path("to").asString()).isEqualTo(second.line());
    }

    @Test
    void allServersKilledGivesAnErrorAndNothingDirect() throws Exception {
        RealServer only = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, only.line()));
        assertThat(fetch(byway)).isEqualTo("a page");

        only.close();

        assertThat(fetch(byway)).isEmpty();
        byway.await("down");
    }

    @Test
    void danteTakesAPassword() throws Exception {
        RealServer dante = keep(RealServer.dante(folder));
        RunningByway byway = keep(RunningByway.with(folder, dante.line()));

        assertThat(fetch(byway)).isEqualTo("a page");
    }

    @Test
    void danteRefusesAWrongPasswordAndTheNextServerIsUsed() throws Exception {
        RealServer dante = keep(RealServer.dante(folder));
        RealServer other = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, dante.withPassword("wrong"), other.line()));

        assertThat(fetch(byway)).isEqualTo("a page");
        assertThat(byway.await("moved").path("reason").asString()).contains("password");
    }

    @Test
    void danteServesAddressesAskedForInSocks4() throws Exception {
        RealServer dante = keep(RealServer.danteOfSocks4(folder));
        RunningByway byway = keep(RunningByway.with(folder, dante.line()));
        String url = site.url("/").replace("localhost", "127.0.0.1");

        assertThat(Program.run(PATIENCE, List.of("curl", "-s", "-m", "20", "--socks5-hostname", byway.socks(), url)))
                .isEqualTo(new Ended(0, "a page\n"));
    }

    /** Where danted takes no names in SOCKS4, OpenSSH does. */
    @ParameterizedTest
    @ValueSource(strings = {"socks4a", "socks5"})
    void opensshIsAskedForTheNameAndServesIt(String scheme) throws Exception {
        Path log = folder.resolve("ssh.log");
        RealShell shell = keep(RealShell.start(folder));
        RunningByway byway = keep(RunningByway.with(folder, keep(shell.forwarding(log, scheme)).line()));

        assertThat(fetch(byway)).isEqualTo("a page");
        assertThat(Files.readString(log)).containsPattern(
                "dynamic request: " + scheme.replace("a", "a?") + " host localhost port ");
    }

    @Test
    void tinyproxyConnects() throws Exception {
        RealServer tinyproxy = keep(RealServer.tinyproxy(folder));
        RunningByway byway = keep(RunningByway.with(folder, tinyproxy.line()));

        assertThat(fetch(byway)).isEqualTo("a page");
    }

    @Test
    void squidTakesBasic() throws Exception {
        RealServer squid = keep(RealServer.squid(folder));
        RunningByway byway = keep(RunningByway.with(folder, squid.line()));

        assertThat(fetch(byway)).isEqualTo("a page");
    }

    @Test
    void squidRefusesAWrongPasswordAndTheNextServerIsUsed() throws Exception {
        RealServer squid = keep(RealServer.squid(folder));
        RealServer other = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, squid.withPassword("wrong"), other.line()));

        assertThat(fetch(byway)).isEqualTo("a page");
        assertThat(byway.await("moved").path("reason").asString()).contains("password");
    }

    @Test
    void httpConnectServesTheSamePage() throws Exception {
        RealServer server = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));

        Ended curl = Program.run(PATIENCE, List.of("curl", "-s", "-m", "20", "-p", "-x", "http://" + byway.socks(),
                site.url("/")));

        assertThat(curl).isEqualTo(new Ended(0, "a page\n"));
    }

    @Test
    void aClosedPortIsSaidHonestly() throws Exception {
        RealServer server = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));

        Ended curl = Program.run(PATIENCE,
                List.of("curl", "-sv", "-m", "20", "-w", "%{proxy_used} %{errormsg}", "--socks5-hostname",
                        byway.socks(), "http://127.0.0.1:" + Program.freePort() + "/"));

        assertThat(curl.code()).isEqualTo(97);
        assertThat(curl.output()).contains("(5)"); // RFC 1928: connection refused
    }

    @Test
    void chromiumLoadsAPageOfAHundredResources() throws Exception {
        RealServer server = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));

        Ended page = Program.run(PATIENCE, Chromium.dump(folder, "socks5://" + byway.socks(), site.url("/many")));

        assertThat(page.output()).contains("loaded " + WebSite.RESOURCES);
        assertThat(site.resourcesServed()).isEqualTo(WebSite.RESOURCES);
    }

    @Test
    void aSignalEndsItWithCodeZero() throws Exception {
        RealServer server = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, server.line()));

        assertThat(byway.terminate()).isZero();
        byway.await("stopped");
    }

    private String fetch(RunningByway byway) throws Exception {
        return Program
                .run(PATIENCE, List.of("curl", "-s", "-m", "20", "--socks5-hostname", byway.socks(), site.url("/")))
                .output().strip();
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
