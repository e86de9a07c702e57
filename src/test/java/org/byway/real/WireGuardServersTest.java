package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** wireguard-go, and the kernel's TCP behind it, on a computer of the kernel's making; a real client in front of Byway. */
@Tag("root")
class WireGuardServersTest {
    private static final int SITE = 8080;
    private static final int LARGE = 64 * 1024 * 1024;
    private static final String URL = "http://" + WireGuardServer.INSIDE + ":" + SITE + "/";

    @TempDir
    Path folder = Path.of("");
    private Namespace network;
    private WireGuardServer server;
    private Program site;
    private RunningByway byway;

    @BeforeEach
    void start() throws Exception {
        Program.require("python3");
        Program.require("curl");
        network = new Namespace();
        server = new WireGuardServer(network, folder);
        Path pages = Files.createDirectory(folder.resolve("site"));
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        Files.write(pages.resolve("large"), large);
        Files.writeString(pages.resolve("page.txt"), "here it is");
        site = Program.start(folder.resolve("site.log"), network.beyond("python3", "-m", "http.server", "--bind",
                "0.0.0.0", "--directory", pages.toString(), Integer.toString(SITE)));
        byway = RunningByway.within(network, folder, Files.readAllLines(server.file()).toArray(String[]::new));
        awaitPage();
    }

    @AfterEach
    void stop() throws Exception {
        byway.close();
        site.close();
        server.close();
        network.close();
    }

    @Test
    void largeDownloadArrivesWhole() throws Exception {
        Path got = folder.resolve("got");
        Program.Ended curl = fetch("large", got, 50);

        assertThat(curl.code()).isZero();
        assertThat(Arrays.equals(Files.readAllBytes(got), Files.readAllBytes(folder.resolve("site/large")))).isTrue();
    }

    /** Nothing tells the client: it has to notice that its packets find no answer, and shake hands anew. */
    @Test
    void restartedServerIsReachedAgain() throws Exception {
        server.restart();

        awaitPage();
    }

    /** Its datagrams come from another address from one moment to the next, in the middle of a download. */
    @Test
    void downloadSurvivesTheServersNewAddress() throws Exception {
        Path got = folder.resolve("got");
        CompletableFuture<Program.Ended> download = CompletableFuture.supplyAsync(() -> {
            try {
                return Program.run(Duration.ofSeconds(60), network.inside("curl", "-s", "-m", "50", "--limit-rate",
                        "10M", "--socks5-hostname", byway.socks(), "-o", got.toString(), URL + "large"));
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        TimeUnit.SECONDS.sleep(2); // the kernel's time is no test's to move
        network.moveFarTo("198.51.100.77");

        assertThat(download.get(60, TimeUnit.SECONDS).code()).isZero();
        assertThat(Files.size(got)).isEqualTo(LARGE);
    }

    /** After the keepalives that follow a page, and a probe where the first request made the server suspect. */
    @Test
    void tunnelRestsWhileNothingIsAsked() throws Exception {
        String before = "";
        String after = server.transfer();
        for (int i = 0; i < 6 && !after.equals(before); i++) {
            before = after;
            TimeUnit.SECONDS.sleep(15);
            after = server.transfer();
        }

        assertThat(after).isEqualTo(before);
    }

    private void awaitPage() throws Exception {
        Path page = folder.resolve("page");
        int code = -1;
        for (int i = 0; i < 20 && code != 0; i++) {
            code = fetch("page.txt", page, 10).code();
        }
        assertThat(code).isZero();
        assertThat(Files.readString(page)).isEqualTo("here it is");
    }

    private Program.Ended fetch(String file, Path to, int seconds) throws Exception {
        return Program.run(Duration.ofSeconds(seconds + 5), network.inside("curl", "-s", "-f", "-m",
                Integer.toString(seconds), "--socks5-hostname", byway.socks(), "-o", to.toString(), URL + file));
    }
}
