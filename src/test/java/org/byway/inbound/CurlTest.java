package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real curl in every proxy mode that the inbound speaks, against a scripted site. */
@Tag("real")
class CurlTest {
    private HttpWorld world = new HttpWorld();

    @BeforeEach
    void haveCurl() {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Path.of(folder, "curl").toFile().canExecute());
        Assumptions.assumeTrue(isThere, "skipped: curl is not installed");
    }

    @AfterEach
    void closeAll() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks4", "socks4a", "socks5", "socks5h"})
    void pageComesThrough(String mode) throws Exception {
        String host = mode.endsWith("4") || mode.endsWith("5") ? "127.0.0.1" : "a.example";
        serve(host);
        assertThat(curl("-x", mode + "://" + world.address(), "http://" + host + "/")).isEqualTo("got 0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5h"})
    void passwordIsShown(String mode) throws Exception {
        world.close();
        world = new HttpWorld(Optional.of(new Login("me", Secret.of("pw"))));
        serve("a.example");
        String address = "@" + world.address();
        assertThat(curl("-x", mode + "://me:pw" + address, "http://a.example/")).isEqualTo("got 0 ");
        assertThat(curl("-x", mode + "://me:no" + address, "http://a.example/")).doesNotContain("got");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--http1.1", "-p"})
    void severalRequestsAndAnUploadGoOverOneConnection(String mode) throws Exception {
        serve("a.example");
        assertThat(curl(mode, "-x", "http://" + world.address(), "http://a.example/", "http://a.example/", "--next",
                mode, "-s", "-x", "http://" + world.address(), "-H", "Expect: 100-continue", "-d", "12345",
                "http://a.example/")).isEqualTo("got 0 got 0 got 5 ");
    }

    private void serve(String name) {
        world.site(name, client -> {
            while (true) {
                String head = client.readHead();
                if (head.contains("100-continue")) {
                    client.send("HTTP/1.1 100 Continue\r\n\r\n");
                }
                String length = head.replaceAll("(?is).*content-length: (\\d+).*", "$1");
                String body = "got " + client.read(length.equals(head) ? 0 : Integer.parseInt(length)).length + " ";
                client.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
        });
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-s", "--noproxy", "", "-m", "20"));
        command.addAll(List.of(arguments));
        Process curl = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        curl.waitFor();
        return printed;
    }
}
