package org.byway.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byway.fetch.AnswerServer.bytes;
import static org.byway.fetch.AnswerServer.ok;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.byway.fetch.FetchException.Kind;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
    private static final EventLoops LOOPS = new EventLoops();
    private static final FetchLimits SMALL = new FetchLimits(Duration.ofSeconds(10), 100_000, 5);

    private final List<Destination> dialled = new CopyOnWriteArrayList<>();
    private final List<Channel> opened = new CopyOnWriteArrayList<>();

    @AfterAll
    static void endLoops() {
        LOOPS.close();
    }

    @Test
    void bodyAndHeadersOfAGoodAnswerAreGiven() throws Exception {
        Function<String, byte[]> answer = head -> bytes(
                "HTTP/1.1 200 OK\r\nSubscription-Userinfo: total=3\r\nContent-Length: 5\r\n\r\nhello");

        Fetched fetched = fetch(answer, "http://lists.example:PORT/a b?x=|");

        assertThat(fetched.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(fetched.header("subscription-userinfo")).contains("total=3");
        assertThat(fetched.server().host()).isEqualTo("lists.example");
    }

    @Test
    void requestSaysWhatItShouldAndNoMore() throws Exception {
        try (AnswerServer server = new AnswerServer(head -> ok("x"))) {
            fetcher(SMALL).fetch(
                    WebAddress.parse("http://us%20er:p%40ss@lists.example:" + server.port() + "/a%20b/ю?q=1#part"));

            assertThat(server.heads()).singleElement().asString().isEqualToIgnoringNewLines("""
                    GET /a%20b/%D1%8E?q=1 HTTP/1.1
                    host: lists.example:PORT
                    user-agent: Byway
                    accept: */*
                    accept-encoding: gzip
                    connection: close
                    authorization: Basic dXMgZXI6cEBzcw==

                    """.replace("PORT", Integer.toString(server.port())));
        }
    }

    @Test
    void namesAreLeftToTheDialer() throws Exception {
        fetch(head -> ok("x"), "http://lists.example:PORT/");

        assertThat(dialled).singleElement().extracting(Destination::host).isEqualTo("lists.example");
    }

    @Test
    void bodyMayBeChunkedOrEndWithTheConnection() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
        String untilClosed = "HTTP/1.0 200 OK\r\n\r\nabcde";
        String afterInterim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + chunked;
        for (String answer : List.of(chunked, untilClosed, afterInterim)) {
            assertThat(fetch(head -> bytes(answer), "http://h:PORT/").body()).asString(StandardCharsets.UTF_8)
                    .isEqualTo("abcde");
        }
    }

    @Test
    void gzipIsUnpackedAndItsBombIsCut() throws Exception {
        assertThat(fetch(head -> gzipped(50_000), "http://h:PORT/").body()).hasSize(50_000);

        assertFails(head -> gzipped(50_000_000), "http://h:PORT/", Kind.TOO_LARGE);
    }

    @Test
    void bodyBeyondTheLimitIsRefusedWhetherOrNotItSaysSo() throws Exception {
        assertFails(head -> bytes("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"), "http://h:PORT/",
                Kind.TOO_LARGE);
        assertFails(head -> bytes("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100_001)), "http://h:PORT/", Kind.TOO_LARGE);
        assertThat(fetch(head -> ok("x".repeat(100_000)), "http://h:PORT/").body()).hasSize(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/there?x=1", "there?x=1", "//other.example:PORT/there?x=1",
            "http://other.example:PORT/there?x=1"})
    void redirectIsFollowedWithoutTheLogin(String location) throws Exception {
        try (AnswerServer server = new AnswerServer(head -> head.startsWith("GET /there?x=1 ")
                ? ok("found")
                : bytes("HTTP/1.1 302 Found\r\nLocation: "
                        + location.replace("PORT", head.replaceAll("(?s).*host: [a-z]+:([0-9]+).*", "$1"))
                        + "\r\nContent-Length: 0\r\n\r\n"))) {
            Fetched fetched = fetcher(SMALL).fetch(WebAddress.parse("http://u:p@first:" + server.port() + "/here"));

            assertThat(fetched.body()).asString(StandardCharsets.UTF_8).isEqualTo("found");
            assertThat(fetched.server().host()).isEqualTo(location.contains("other") ? "other.example" : "first");
            assertThat(server.heads().getLast()).doesNotContain("authorization");
        }
    }

    @Test
    void fiveRedirectsAreFollowedAndSixAreNot() throws Exception {
        Function<String, byte[]> counting = head -> {
            int left = Integer.parseInt(head.replaceAll("(?s)GET /([0-9]+).*", "$1"));
            return left == 0
                    ? ok("end")
                    : bytes("HTTP/1.1 307 x\r\nLocation: /" + (left - 1) + "\r\nContent-Length: 0\r\n\r\n");
        };

        assertThat(fetch(counting, "http://h:PORT/5").body()).asString(StandardCharsets.UTF_8).isEqualTo("end");
        assertFails(counting, "http://h:PORT/6", Kind.TOO_MANY_REDIRECTS);
        assertFails(head -> bytes("HTTP/1.1 302 x\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
                "http://h:PORT/",
                Kind.BAD_ADDRESS);
    }

    @Test
    void otherStatusIsSaid() throws Exception {
        assertThatThrownBy(() -> fetch(head -> bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                "http://h:PORT/secret"))
                .isInstanceOfSatisfying(FetchException.class, it -> {
                    assertThat(it.kind()).isEqualTo(Kind.STATUS);
                    assertThat(it.status()).isEqualTo(404);
                    assertThat(it.getMessage()).doesNotContain("secret");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-x\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"})
    void brokenAnswerIsSaid(String answer) {
        assertFails(head -> bytes(answer), "http://h:PORT/", Kind.BROKEN);
    }

    @Test
    void gzipThatIsCutIsNotTakenForWhole() {
        byte[] whole = gzipped(50_000);
        String cut = new String(whole, StandardCharsets.ISO_8859_1).replaceFirst("Content-Length: [0-9]+\r\n", "");

        assertFails(head -> bytes(cut.substring(0, cut.length() - 9)), "http://h:PORT/", Kind.BROKEN);
    }

    @Test
    void endlessHeadIsSaid() {
        assertFails(head -> bytes("HTTP/1.1 200 OK\r\nX: " + "y".repeat(20_000)), "http://h:PORT/", Kind.BROKEN);
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        try (AnswerServer server = new AnswerServer(head -> AnswerServer.SILENCE)) {
            HttpFetcher impatient = fetcher(new FetchLimits(Duration.ofMillis(100), 1000, 5));

            assertThatThrownBy(() -> impatient.fetch(WebAddress.parse("http://h:" + server.port() + "/")))
                    .isInstanceOfSatisfying(FetchException.class, it -> assertThat(it.kind()).isEqualTo(Kind.TOO_SLOW));
            assertEverythingIsClosed();
        }
    }

    @Test
    void serverThatCannotBeReachedIsSaidWithItsCause() throws Exception {
        AnswerServer server = new AnswerServer(head -> ok("x"));
        server.close();

        assertThatThrownBy(() -> fetcher(SMALL).fetch(WebAddress.parse("http://h:" + server.port() + "/")))
                .hasCauseInstanceOf(DialException.class)
                .isInstanceOfSatisfying(FetchException.class, it -> assertThat(it.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void cancellingClosesTheConnection() throws Exception {
        try (AnswerServer server = new AnswerServer(head -> AnswerServer.SILENCE)) {
            Future<Fetched> running = fetcher(SMALL).start(WebAddress.parse("http://h:" + server.port() + "/"));
            running.cancel(false);

            assertThat(running.isCancelled()).isTrue();
            assertEverythingIsClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ftp://h/", "http://", "http:///x", "http://h:99999/", "http://h:x/",
            "http://[::1/", "socks5://h:1"})
    void addressThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> WebAddress.parse(text)).isInstanceOfSatisfying(FetchException.class,
                it -> assertThat(it.kind()).isEqualTo(Kind.BAD_ADDRESS));
    }

    @Test
    void addressPrintsItsServerOnly() throws Exception {
        assertThat(WebAddress.parse("https://u:p@пример.рф/token?key=1"))
                .hasToString("https://xn--e1afmkfd.xn--p1ai:443");
    }

    private Fetched fetch(Function<String, byte[]> answers, String url) throws IOException, FetchException {
        try (AnswerServer server = new AnswerServer(answers)) {
            return fetcher(SMALL).fetch(WebAddress.parse(url.replace("PORT", Integer.toString(server.port()))));
        }
    }

    private void assertFails(Function<String, byte[]> answers, String url, Kind kind) {
        assertThatThrownBy(() -> fetch(answers, url)).isInstanceOfSatisfying(FetchException.class,
                it -> assertThat(it.kind()).isEqualTo(kind));
        assertEverythingIsClosed();
    }

    private void assertEverythingIsClosed() {
        opened.forEach(channel -> assertThat(channel.closeFuture().awaitUninterruptibly(5000)).isTrue());
    }

    /** Every name leads to this computer. */
    private HttpFetcher fetcher(FetchLimits limits) {
        ServerDialer sockets = new ServerDialer(Duration.ofSeconds(5));
        return new HttpFetcher((to, loop) -> {
            dialled.add(to);
            return remembered(sockets.dial(Destination.of("127.0.0.1", to.port()), loop));
        }, LOOPS.group(), limits);
    }

    private Future<Channel> remembered(Future<Channel> dial) {
        return dial.addListener((Future<Channel> it) -> {
            if (it.isSuccess()) {
                opened.add(it.getNow());
            }
        });
    }

    private static byte[] gzipped(int size) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write(new byte[size]);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                bytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.size() + "\r\n\r\n"));
        answer.writeBytes(body.toByteArray());
        return answer.toByteArray();
    }
}
