package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.byway.testing.Conversation;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of programs that are not served. */
@Timeout(60)
class RefusedProgramsTest {
    private static final Optional<Login> LOGIN = Optional.of(new Login("me", Secret.of("pa55")));

    /** Garbage; TLS; BIND; a bad port; no method; a wrong login; a bad length; a target for no proxy; and so on. */
    @ParameterizedTest
    @ValueSource(strings = {"\0\1", "\26\3\1", "\5\1\0\5\2\0\1\1\2\3\4\0\120", "\5\1\0\5\1\0\3\6secret\0\0", "\5\1\177",
            "\4\1\0\0\1\2\3\4\0", "\5\1\0\6", "CONNECT secret HTTP/1.1\r\n\r\n", "CONNECT secret:1 HTTP/3\r\n\r\n",
            "GET secret HTTP/1.1\r\n\r\n", "GET http://secret/ HTTP/1.1\r\nContent-Length: x\r\n\r\n",
            "PUT http://secret:1/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"})
    void eachIsOneLineThatNamesNoDestination(String bytes) throws IOException {
        try (HttpWorld world = new HttpWorld(); SecretsInLog log = new SecretsInLog()) {
            tell(world, bytes);

            assertThat(log.text().lines().filter(line -> line.contains("local connection"))).hasSize(1)
                    .noneMatch(line -> line.contains("secret") || line.contains("1.2.3.4"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\5\1\2\1\2me\4guesguess", "\5\1\0", "\4\1\0\120\1\2\3\4me\0",
            "CONNECT a.example:1 HTTP/1.1\r\nProxy-Authorization: Basic bWU6Z3Vlcw==\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\nProxy-Authorization: Basic bWU6Z3Vlcw==\r\n\r\n"})
    void wrongLoginIsOneLineWithoutTheLogin(String bytes) throws IOException {
        try (HttpWorld world = new HttpWorld(LOGIN); SecretsInLog log = new SecretsInLog()) {
            tell(world, bytes);

            assertThat(log.text().lines().filter(line -> line.contains("local connection"))).hasSize(1);
            assertThat(log.text()).doesNotContain("pa55").doesNotContain("gues");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\5\1\0", "GET http://a.example/"})
    void slowOneIsOneLine(String bytes) throws IOException {
        try (InboundWorld world = new InboundWorld(Duration.ofMillis(100));
                SecretsInLog log = new SecretsInLog();
                Conversation program = Conversation.with(world.address())) {
            program.send(bytes).readToEnd();

            assertThat(log.text().lines().filter(line -> line.contains("local connection"))).hasSize(1)
                    .allMatch(line -> line.contains("in time"));
        }
    }

    /** Says it, and waits until nothing follows. */
    private static void tell(HttpWorld world, String bytes) throws IOException {
        try (Conversation program = world.program()) {
            program.send(bytes).finish().endsWithReset();
        }
    }
}
