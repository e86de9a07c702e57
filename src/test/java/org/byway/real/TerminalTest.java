package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.byway.real.Program.Ended;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code byway test} where a person sits in front of it: the line of progress, and Ctrl+C. */
@Tag("real")
class TerminalTest {
    private static final String CLEAR = "\r\u001b[2K";

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
    void progressIsWrittenOverAndGoneBeforeTheTable() throws Exception {
        RealServer server = keep(RealServer.microsocks(folder));

        Ended ended = test(server.line(), "127.0.0.1:" + Program.freePort()).ended();

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("] 1 of 2, ").contains("] 2 of 2, 1 work" + CLEAR);
        assertThat(ended.output()).endsWith("1 of 2 work.\r\n");
    }

    @Test
    void controlCPrintsWhatIsKnownSoFar() throws Exception {
        RealServer server = keep(RealServer.microsocks(folder));
        LoopbackServer silent = keep(new LoopbackServer(Temper.SILENT));

        Ended ended = test(server.line(), silent.address().toString()).await("] 1 of 2, 1 work").pressControlC()
                .ended();

        assertThat(ended.code()).isEqualTo(130); // 128 and SIGINT, as a shell counts
        assertThat(ended.output().substring(ended.output().lastIndexOf(CLEAR))).contains(server.line())
                .endsWith("1 of 1 work. Still to be tested: 1.\r\n");
    }

    private Terminal test(String... lines) throws Exception {
        Path list = Files.write(folder.resolve("list.txt"), List.of(lines));
        WebSite site = keep(new WebSite());
        List<String> command = new ArrayList<>(RunningByway.java(List.of("-Duser.language=en")));
        command.addAll(List.of("test", list.toString(), "--url", site.url("/")));
        return keep(Terminal.running(command));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
