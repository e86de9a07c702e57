package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.real.Program.Ended;
import org.byway.testing.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real programs that use Byway, over a real server. */
@Tag("real")
class RealClientsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private String server = "";

    @BeforeEach
    void haveAServer() throws Exception {
        server = keep(RealServer.microsocks(folder)).line();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5", "socks5h"})
    void curlShowsTheLoginOfTheFile(String mode) throws Exception {
        WebSite site = keep(new WebSite());
        Path login = Files.writeString(folder.resolve("login"), "me:p:w\n");
        RunningByway byway = keep(RunningByway.withLogin(folder, login, server));

        assertThat(curl("-x", mode + "://" + byway.socks(), "-U", "me:p:w", site.url("/"))).isEqualTo("a page\n");
        assertThat(curl("-f", "-x", mode + "://" + byway.socks(), "-U", "me:no", site.url("/"))).isEmpty();
        assertThat(curl("-f", "-x", mode + "://" + byway.socks(), site.url("/"))).isEmpty();
        assertThat(curl("-f", "-x", "socks4a://me@" + byway.socks(), site.url("/"))).isEmpty();
    }

    @Test
    void wgetFetchesThroughPlainHttp() throws Exception {
        WebSite site = keep(new WebSite());
        RunningByway byway = keep(RunningByway.with(folder, server));

        Ended wget = Program.run(PATIENCE, List.of("wget", "-q", "-O-", "-e", "use_proxy=yes", "-e", "no_proxy=", "-e",
                "http_proxy=http://" + byway.socks(), site.url("/"), site.url("/")));
        assertThat(wget).isEqualTo(new Ended(0, "a pagea page\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5h"})
    void gitClones(String mode) throws Exception {
        Path work = folder.resolve("work");
        Path bare = folder.resolve("site/repository.git");
        git("init", "-q", work.toString());
        git("-C", work.toString(), "-c", "user.name=a", "-c", "user.email=a@example", "commit", "-q", "--allow-empty",
                "-m", "the only one");
        git("clone", "-q", "--bare", work.toString(), bare.toString());
        git("-C", bare.toString(), "update-server-info");
        HttpServer site = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), bare.getParent(),
                SimpleFileServer.OutputLevel.NONE);
        site.start();
        keep(() -> site.stop(0));
        RunningByway byway = keep(RunningByway.with(folder, server));

        Path clone = folder.resolve("clone");
        git("-c", "http.proxy=" + mode + "://" + byway.socks(), "clone", "-q",
                "http://localhost:" + site.getAddress().getPort() + "/repository.git", clone.toString());
        assertThat(git("-C", clone.toString(), "log", "--format=%s")).isEqualTo("the only one\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-X 5", "-X 4", "-X connect"})
    void sshGoesThroughAProxyCommand(String protocol) throws Exception {
        Program.require("nc");
        RealShell shell = keep(RealShell.start(folder));
        RunningByway byway = keep(RunningByway.with(folder, server));

        Ended ssh = Program.run(PATIENCE,
                shell.command("nc " + protocol + " -x " + byway.socks() + " %h %p",
                        "head -c 3000000 /dev/zero | wc -c"));
        assertThat(ssh).isEqualTo(new Ended(0, "3000000\n"));
    }

    @Test
    void socketOfJavaConnects() throws Exception {
        WebSite site = keep(new WebSite());
        RunningByway byway = keep(RunningByway.with(folder, server));

        try (Socket socket = new Socket(proxy(Proxy.Type.SOCKS, byway))) {
            socket.connect(InetSocketAddress.createUnresolved("localhost", URI.create(site.url("/")).getPort()));
            String answer = new String(new Conversation(socket)
                    .send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").readToEnd(),
                    StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("a page");
        }
    }

    @Test
    void httpOfJavaFetches() throws Exception {
        WebSite site = keep(new WebSite());
        RunningByway byway = keep(RunningByway.with(folder, server));

        for (int i = 0; i < 3; i++) {
            HttpURLConnection connection = (HttpURLConnection) URI.create(site.url("/")).toURL()
                    .openConnection(proxy(Proxy.Type.HTTP, byway));
            try (var in = connection.getInputStream()) {
                assertThat(in.readAllBytes()).asString().isEqualTo("a page");
            }
        }
    }

    @Test
    void nodeFetchesOverOneConnectionAndThroughATunnel() throws Exception {
        WebSite site = keep(new WebSite());
        RunningByway byway = keep(RunningByway.with(folder, server));
        Path script = Files.writeString(folder.resolve("fetch.js"), """
                const http = require('http');
                const [host, port] = process.argv[2].split(':');
                const url = process.argv[3];
                const agent = new http.Agent({keepAlive: true, maxSockets: 1});
                const plain = () => new Promise((done, failed) => http.get({host, port, agent, path: url,
                    headers: {Host: new URL(url).host}}, answer => {
                        let text = '';
                        answer.on('data', part => text += part).on('end', () => done(text));
                    }).on('error', failed));
                const tunnel = () => new Promise((done, failed) => http.request({host, port, method: 'CONNECT',
                    path: new URL(url).host}).on('connect', (answer, socket) => {
                        let text = '';
                        socket.on('data', part => text += part).on('end', () => done(text.split('\\r\\n\\r\\n')[1]));
                        socket.write('GET / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n');
                    }).on('error', failed).end());
                (async () => console.log([await plain(), await plain(), await tunnel()].join()))()
                    .finally(() => agent.destroy());
                """);

        Ended node = Program.run(PATIENCE, List.of("node", script.toString(), byway.socks(), site.url("/")));
        assertThat(node).isEqualTo(new Ended(0, "a page,a page,a page\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void chromiumTalksOverAWebSocket(String mode) throws Exception {
        WebSocketSite site = keep(new WebSocketSite());
        RunningByway byway = keep(RunningByway.with(folder, server));

        Ended page = Program.run(PATIENCE,
                Chromium.dump(folder, mode + "://" + byway.socks(), site.url()));
        assertThat(page.output()).contains("echo hello ");
    }

    @Test
    void chromiumLoadsAPageOfAHundredResourcesThroughPlainHttp() throws Exception {
        WebSite site = keep(new WebSite());
        RunningByway byway = keep(RunningByway.with(folder, server));

        Ended page = Program.run(PATIENCE, Chromium.dump(folder, "http://" + byway.socks(), site.url("/many")));
        assertThat(page.output()).contains("loaded " + WebSite.RESOURCES);
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-s", "--noproxy", "", "-m", "20"));
        command.addAll(List.of(arguments));
        return Program.run(PATIENCE, command).output();
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Ended git = Program.run(PATIENCE, command);
        assertThat(git.code()).as("git %s", List.of(arguments)).isZero();
        return git.output();
    }

    private static Proxy proxy(Proxy.Type type, RunningByway byway) {
        String[] address = byway.socks().split(":", -1);
        return new Proxy(type, new InetSocketAddress(address[0], Integer.parseInt(address[1])));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
