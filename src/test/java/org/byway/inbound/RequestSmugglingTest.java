package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.byway.testing.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of which two readers could find different ends (RFC 9112, section 11.2). */
@Timeout(60)
class RequestSmugglingTest {
    private static final String HIDDEN = "GET http://b.example/hidden HTTP/1.1\r\n\r\n";

    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final HttpWorld world = new HttpWorld();

    @BeforeEach
    void haveSites() {
        for (String name : List.of("a.example", "b.example")) {
            world.site(name, client -> {
                String head = client.readHead();
                reached.add(head);
                if (head.contains("chunked")) {
                    reached.add(new String(client.readToEnd(), StandardCharsets.ISO_8859_1));
                }
                client.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").readToEnd();
            });
        }
    }

    @AfterEach
    void closeAll() {
        world.close();
    }

    /** Fields, each {@code |} a line. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4|Transfer-Encoding: chunked",
            "Transfer-Encoding: chunked|Content-Length: 4",
            "Content-Length: 0|Content-Length: 4", "Content-Length: 4, 5", "Content-Length: +4", "Content-Length: -4",
            "Content-Length: 0x4", "Content-Length: 4 4", "Content-Length: four",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked|Transfer-Encoding: identity", "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity", "Transfer-Encoding: xchunked", "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding:", "Transfer-Encoding : chunked", "Content-Length : 4", "X: a\rContent-Length: 4",
            "X: a\u0000b", "X\u0000: a", "no colon", ": no name"})
    void unclearEndIsRefusedAndNothingIsServedAfterIt(String fields) throws IOException {
        String answer = tell("POST http://a.example/ HTTP/1.1\r\n" + fields.replace("|", "\r\n") + "\r\n\r\n" + HIDDEN);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*").containsIgnoringCase("connection: close");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(reached).isEmpty();
    }

    @Test
    void chunksOfTheOldVersionAreRefused() throws IOException {
        assertThat(tell("POST http://a.example/ HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(reached).isEmpty();
    }

    /** The target of a request, and the version that it claims. */
    @ParameterizedTest
    @CsvSource({"GET http://a.example/ HTTP/2.0,505", "GET http://a.example/ HTTP/0.9,505",
            "PRI * HTTP/2.0,505", "GET http://a.example/ HTP/1.1,400", "GET http://a.example/ a HTTP/1.1,400"})
    void otherVersionIsRefused(String line, String status) throws IOException {
        assertThat(tell(line + "\r\n\r\n" + HIDDEN)).startsWith("HTTP/1.1 " + status);
        assertThat(reached).isEmpty();
    }

    /** What stands where the size of a chunk belongs: the site sees no end of the body, and nothing behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x3", "g", "", "3 3", "99999999999999999", "3\rX", "\n3"})
    void badChunkSizeCutsTheRequestAndEndsTheConnection(String size) throws IOException {
        String answer = tell("POST http://a.example/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n" + size
                + "\r\nabc\r\n0\r\n\r\n" + HIDDEN);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(reached).noneMatch(text -> text.contains("0\r\n\r\n") || text.contains("hidden"));
    }

    /** RFC 9112, section 5.2: a server must refuse a folded line or read its fold as spaces before passing it on. */
    @Test
    void foldedLineIsPassedOnUnfoldedOrNotAtAll() throws IOException {
        tell("GET http://a.example/ HTTP/1.1\r\nX-Folded: a\r\n Content-Length: 9\r\nConnection: close\r\n\r\n");

        assertThat(reached).noneMatch(head -> head.contains("\n ") || head.contains("\nContent-Length"));
    }

    private String tell(String bytes) throws IOException {
        try (Conversation program = world.program()) {
            return new String(program.send(bytes).finish().readToEnd(), StandardCharsets.ISO_8859_1);
        }
    }
}
