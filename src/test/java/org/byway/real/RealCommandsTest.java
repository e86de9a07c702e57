package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.real.Program.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as processes beside a running Byway, with microsocks behind it. */
@Tag("real")
class RealCommandsTest {
    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void commandsReachTheRunningOneUntilItEnds() throws Exception {
        WebSite site = keep(new WebSite());
        RealServer first = keep(RealServer.microsocks(folder));
        RealServer second = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, first.line()));

        assertThat(command("import", second.line()).code()).isZero();
        assertThat(status().path("endpoints").asInt()).isEqualTo(2);
        assertThat(command("use", second.line()).code()).isZero();
        assertThat(status().path("endpoint").path("name").asString()).isEqualTo(second.line());
        assertThat(fetch(byway, site)).isEqualTo("a page");
        second.close();
        assertThat(fetch(byway, site)).isEmpty();
        assertThat(command("use", "automatic").code()).isZero();
        assertThat(fetch(byway, site)).isEqualTo("a page");
        assertThat(command("reload").code()).isZero();
        assertThat(byway.terminate()).isZero();

        assertThat(command("status", "--json")).isEqualTo(new Ended(1, "{\"running\":false}\n"));
        assertThat(folder.resolve("profile").resolve("socket")).doesNotExist();
    }

    @Test
    void testMovesAPageThroughMicrosocks() throws Exception {
        WebSite site = keep(new WebSite());
        RealServer server = keep(RealServer.microsocks(folder));
        int dead = Program.freePort();
        command("import", "127.0.0.1:" + dead + "\n" + server.line());

        Ended test = command("test", "--json", "--url", site.url("/many"));

        assertThat(test.code()).isZero();
        assertThat(test.output().lines().map(JsonMapper.shared()::readTree)
                .filter(it -> it.path("works").asBoolean(false)).map(it -> it.path("name").asString()))
                .containsExactly(server.line());
    }

    private JsonNode status() throws Exception {
        return JsonMapper.shared().readTree(command("status", "--json").output());
    }

    private Ended command(String... line) throws Exception {
        return RunningByway.command(folder, line);
    }

    private static String fetch(RunningByway byway, WebSite site) throws Exception {
        return Program.run(Duration.ofSeconds(60),
                List.of("curl", "-s", "-m", "20", "--socks5-hostname", byway.socks(), site.url("/"))).output().strip();
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
