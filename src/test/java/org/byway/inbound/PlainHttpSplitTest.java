package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads, lengths and chunks of plain HTTP, cut between any two bytes. */
class PlainHttpSplitTest {
    @ParameterizedTest
    @ValueSource(strings = {"GET http://a.example/x?y HTTP/1.1\r\nHost: a.example\r\nAccept: */*\r\n\r\n",
            "POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5\r\n\r\nhello",
            "POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nT: v\r\n\r\n"})
    void requestSplitAnywhereReachesItsOrigin(String text) {
        byte[] request = bytes(text);
        String method = text.substring(0, text.indexOf(' '));
        for (int at = 1; at <= request.length; at++) {
            try (OriginWorld world = new OriginWorld()) {
                world.programSends(request, 0, at).programSends(request, at, request.length);

                assertThat(world.originGot()).as("split at " + at).startsWith(method + " /")
                        .matches("(?is).*host: a\\.example\r\n.*");
                assertThat(unchunked(world.originGot())).isEqualTo(method.equals("GET") ? "" : "hello");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nT: v\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"})
    void answerSplitAnywhereReachesItsProgram(String text) {
        byte[] request = bytes("GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\n\r\n");
        byte[] answer = bytes(text);
        for (int at = 1; at <= answer.length; at++) {
            try (OriginWorld world = new OriginWorld()) {
                world.programSends(request, 0, request.length).originSends(answer, 0, at).originSends(answer, at,
                        answer.length);
                String got = world.programGot();

                assertThat(got).as("split at " + at).startsWith(text.substring(0, text.indexOf('\r')))
                        .contains("HTTP/1.1 200 OK\r\n");
                assertThat(unchunked(got.substring(got.indexOf("HTTP/1.1 200")))).isEqualTo("hello");
            }
        }
    }

    /** The body, where its chunks may have been cut anew. */
    private static String unchunked(String message) {
        String body = message.substring(message.indexOf("\r\n\r\n") + 4);
        if (!message.toLowerCase(Locale.ROOT).contains("chunked")) {
            return body;
        }
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, lineEnd).split(";", 2)[0], 16);
            if (size == 0) {
                assertThat(body).endsWith("\r\n\r\n");
                return whole.toString();
            }
            whole.append(body, lineEnd + 2, lineEnd + 2 + size);
            at = lineEnd + 2 + size + 2;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
