package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.byway.real.Program.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cable of this computer is pulled out for ten seconds, while a real client waits; its kernel, its tables, its time. */
@Tag("root")
class LostNetworkTest {
    private static final int SOCKS = 1080;
    private static final int SITE = 8080;
    private static final String PAGE = "http://" + Namespace.FAR_ADDRESS + ":" + SITE + "/page.txt";

    @TempDir
    Path folder;

    @Test
    void fetchesThatWaitForTheNetworkSucceedWhenItIsBack() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("site"));
        Files.writeString(pages.resolve("page.txt"), "here it is");
        Program.require("python3");
        Program.require("curl");
        Program.require("microsocks");
        try (Namespace network = new Namespace();
                Program site = Program.start(folder.resolve("site.log"),
                        network.beyond("python3", "-m", "http.server", "--bind", Namespace.FAR_ADDRESS, "--directory",
                                pages.toString(), Integer.toString(SITE)));
                Program upstream = Program.start(folder.resolve("microsocks.log"),
                        network.beyond("microsocks", "-i", Namespace.FAR_ADDRESS, "-p", Integer.toString(SOCKS)));
                RunningByway byway = RunningByway.within(network, folder, Namespace.FAR_ADDRESS + ":" + SOCKS)) {
            assertThat(site.process().isAlive() && upstream.process().isAlive()).isTrue();
            awaitPage(network, byway);
            network.pullOut();
            List<CompletableFuture<Ended>> fetches = IntStream.range(0, 5)
                    .mapToObj(any -> CompletableFuture.supplyAsync(() -> fetch(network, byway))).toList();
            assertThat(byway.await("down").path("reason").asString()).contains("Your own connection is down");
            TimeUnit.SECONDS.sleep(10); // the kernel's time is no test's to move
            network.plugIn();
            byway.await("online");

            assertThat(fetches).allSatisfy(it -> assertThat(it.get(20, TimeUnit.SECONDS).output())
                    .isEqualTo("here it is\n"));
        }
    }

    /** The servers need a moment to listen, and nothing tells when they do. */
    private static void awaitPage(Namespace network, RunningByway byway) throws InterruptedException {
        for (int i = 0; i < 40 && fetch(network, byway).code() != 0; i++) {
            TimeUnit.MILLISECONDS.sleep(250);
        }
        assertThat(fetch(network, byway).code()).isZero();
    }

    private static Ended fetch(Namespace network, RunningByway byway) {
        try {
            return Program.run(Duration.ofSeconds(30), network.inside("curl", "--silent", "--show-error", "--fail",
                    "--max-time", "25", "--socks5-hostname", byway.socks(), PAGE));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
