package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.byway.testing.Conversation;
import org.byway.testing.Eventually;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlainHttpTest {
    private static final String GET = "GET http://a.example/x HTTP/1.1\r\nHost: a.example\r\n\r\n";
    private static final String GOODBYE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final int LARGE = 32 * 1024 * 1024;

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private HttpWorld world = new HttpWorld();

    @AfterEach
    void closeAll() {
        world.close();
    }

    @Test
    void requestReachesTheSiteInOriginFormAndTheAnswerComesBack() throws IOException {
        site("a.example", ok("hello"));
        try (Conversation program = world.program()) {
            program.send("GET http://u:p@A.example/x?y=1#z HTTP/1.1\r\nHost: other\r\nAccept: */*\r\n\r\n");

            assertThat(answer(program)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nhello");
            assertThat(heads.getFirst()).startsWith("GET /x?y=1 HTTP/1.1\r\n").contains("\r\nhost: A.example\r\n")
                    .contains("\r\nAccept: */*\r\n").doesNotContain("other");
        }
    }

    /** What is asked, and what the site is asked for. */
    @ParameterizedTest
    @CsvSource({"GET,http://a.example,/", "GET,http://a.example?q,/?q", "OPTIONS,http://a.example,*",
            "OPTIONS,http://a.example/,/", "GET,HTTP://a.example:80//,//", "GET,http://a.example/\u00fc,/%FC"})
    void targetIsRewritten(String method, String target, String origin) throws IOException {
        site("a.example", ok(""));
        try (Conversation program = world.program()) {
            answer(program.send(method + " " + target + " HTTP/1.1\r\n\r\n"));

            assertThat(heads.getFirst()).startsWith(method + " " + origin + " HTTP/1.1\r\n");
        }
    }

    @Test
    void fieldsForOneHopStayOnTheirHop() throws IOException {
        site("a.example", head("HTTP/1.1 200 OK", "Connection: X-Hop", "X-Hop: 1", "Keep-Alive: 5", "X-End: 2",
                "Content-Length: 0"));
        try (Conversation program = world.program()) {
            program.send(head("POST http://a.example/ HTTP/1.1", "Connection: X-Mine, content-length", "X-Mine: 1",
                    "Proxy-Connection: keep-alive", "Proxy-Authorization: Basic eDp5", "TE: trailers", "X-Yours: 2",
                    "Content-Length: 0"));

            assertThat(program.readHead()).doesNotContain("X-Hop").doesNotContain("Keep-Alive").contains("X-End: 2");
            assertThat(heads.getFirst()).doesNotContainIgnoringCase("x-mine").doesNotContainIgnoringCase("proxy")
                    .doesNotContainIgnoringCase("TE:").contains("X-Yours: 2").contains("Content-Length: 0");
        }
    }

    @Test
    void oneStreamServesEveryRequestForTheSameSite() throws IOException {
        LoopbackServer site = site("a.example", ok("1"));
        try (Conversation program = world.program()) {
            for (int i = 0; i < 5; i++) {
                assertThat(answer(program.send(GET))).endsWith("\r\n\r\n1");
            }
            assertThat(site.accepted()).isEqualTo(1);
        }
    }

    @Test
    void pipelinedRequestsForDifferentSitesAreAnsweredInOrder() throws IOException {
        site("a.example", ok("from a"));
        site("b.example", ok("from b"));
        try (Conversation program = world.program()) {
            String other = GET.replace("a.example", "b.example");
            program.send((GET + other).repeat(20));

            for (int i = 0; i < 20; i++) {
                assertThat(answer(program)).endsWith("from a");
                assertThat(answer(program)).endsWith("from b");
            }
        }
    }

    @Test
    void chunksGoBothWaysWithTheirTrailers() throws IOException {
        world.site("a.example", client -> {
            heads.add(client.readHead());
            StringBuilder body = new StringBuilder();
            while (body.indexOf("0\r\nX-Sum: 7\r\n\r\n") < 0) {
                body.append((char) client.readByte());
            }
            heads.add(body.toString());
            client.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-End: 1\r\n\r\n")
                    .readToEnd();
        });
        try (Conversation program = world.program()) {
            program.send(head("POST http://a.example/ HTTP/1.1", "Transfer-Encoding: chunked"))
                    .send(head("5", "hello", "0", "X-Sum: 7"));

            assertThat(program.readHead()).contains("Transfer-Encoding: chunked").doesNotContain("Connection");
            assertThat(read(program, 10)).isEqualTo("3\r\nabc\r\n0\r");
            assertThat(program.readHead()).contains("X-End: 1");
            assertThat(heads.getLast()).startsWith("5\r\nhello\r\n");
        }
    }

    @Test
    void expectationIsPassedOnAndSoIsItsAnswer() throws IOException {
        world.site("a.example", client -> {
            heads.add(client.readHead());
            client.send("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n").send(client.read(4)).readToEnd();
        });
        try (Conversation program = world.program()) {
            program.send("PUT http://a.example/ HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(program.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            program.send("body");

            assertThat(program.readHead()).startsWith("HTTP/1.1 200 OK");
            assertThat(read(program, 4)).isEqualTo("body");
            assertThat(heads.getFirst()).contains("Expect: 100-continue");
        }
    }

    @Test
    void answerBeforeTheBodyIsTheLastOne() throws IOException {
        world.site("a.example", client -> {
            client.readHead();
            client.send("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n").readToEnd();
        });
        try (Conversation program = world.program()) {
            program.send("PUT http://a.example/ HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");

            assertThat(program.readHead()).startsWith("HTTP/1.1 417").containsIgnoringCase("connection: close");
            assertThat(program.readToEnd()).isEmpty();
        }
    }

    @Test
    void interimAnswersComeBeforeTheFinalOneEvenForHead() throws IOException {
        site("a.example", head("HTTP/1.1 103 Early Hints", "Link: </x>")
                + head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked"));
        try (Conversation program = world.program()) {
            for (int i = 0; i < 2; i++) {
                program.send(GET.replace("GET", "HEAD"));
                assertThat(program.readHead()).startsWith("HTTP/1.1 103").contains("Link: </x>");
                assertThat(program.readHead()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void headIsAnsweredWithoutABody() throws IOException {
        site("a.example", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        try (Conversation program = world.program()) {
            for (int i = 0; i < 2; i++) {
                assertThat(program.send(GET.replace("GET", "HEAD")).readHead()).contains("Content-Length: 1000");
            }
        }
    }

    @Test
    void upgradeIsPassedAndWhatFollowsIsRaw() throws IOException {
        world.site("a.example", client -> {
            heads.add(client.readHead());
            client.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nwelcome");
            client.echoToEnd();
            client.finish();
        });
        try (Conversation program = world.program()) {
            program.send("GET http://a.example/ HTTP/1.1\r\nConnection: keep-alive, Upgrade\r\nUpgrade: echo\r\n\r\n");

            assertThat(program.readHead()).startsWith("HTTP/1.1 101").containsIgnoringCase("connection: upgrade");
            assertThat(read(program, 7)).isEqualTo("welcome");
            program.send(GET + "\u0000\u00ff");
            program.finish();
            assertThat(program.readToEnd()).hasSize(GET.length() + 2);
            assertThat(heads.getFirst()).contains("Upgrade: echo").containsIgnoringCase("connection: upgrade\r\n");
        }
    }

    @Test
    void answerDelimitedByItsEndIsTheLastOne() throws IOException {
        world.site("a.example", client -> {
            client.readHead();
            client.send("HTTP/1.1 200 OK\r\n\r\nall of it");
        });
        try (Conversation program = world.program()) {
            program.send(GET);

            assertThat(program.readHead()).containsIgnoringCase("connection: close");
            assertThat(program.readToEnd()).asString().isEqualTo("all of it");
        }
    }

    @Test
    void siteThatDiesBeforeItsAnswerIsABadGateway() throws IOException {
        world.site("a.example", Conversation::readHead);
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 502 ");
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void siteThatCannotBeReachedIsABadGateway() throws IOException {
        world.site("a.example", LoopbackServer.Temper.SILENT).close();
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 502 ");
        }
    }

    /** An answer that breaks off, by its framing and by the end of the stream. */
    @ParameterizedTest
    @CsvSource({"Content-Length: 9,false", "Content-Length: 9,true", "Transfer-Encoding: chunked,false",
            "Transfer-Encoding: chunked,true", "X-None: 1,true"})
    void answerThatBreaksOffIsCutAndNotEnded(String framing, boolean isReset) throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        world.site("a.example", client -> {
            client.readHead();
            client.send("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n5\r\n");
            await(seen);
            if (isReset) {
                client.reset();
            }
        });
        try (Conversation program = world.program()) {
            program.send(GET).readHead();
            seen.countDown();
            assertThat(program.endsWithReset()).isTrue();
        }
    }

    @Test
    void keptStreamThatTheSiteClosedIsReplacedWithoutAWord() throws IOException {
        LoopbackServer site = world.site("a.example", client -> {
            client.readHead();
            client.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            client.readHead();
        });
        try (Conversation program = world.program()) {
            answer(program.send(GET));
            site.become(client -> {
                client.readHead();
                client.send(GOODBYE);
            });
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 200");
            assertThat(site.accepted()).isEqualTo(2);
        }
    }

    @Test
    void largeBodiesGoBothWaysWhole() throws IOException, InterruptedException {
        world.site("a.example", client -> {
            client.readHead();
            client.send("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n").send(client.read(LARGE))
                    .readToEnd();
        });
        try (Conversation program = world.program()) {
            program.send("PUT http://a.example/ HTTP/1.1\r\nContent-Length: " + LARGE + "\r\n\r\n");
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    program.send(new byte[LARGE]);
                } catch (IOException cut) {
                    throw new AssertionError(cut);
                }
            });
            program.readHead();
            assertThat(program.read(LARGE)).hasSize(LARGE);
            sender.join();
        }
    }

    /** A program that does not read holds its site back: nothing is gathered in between. */
    @Test
    void siteIsHeldBackByAProgramThatDoesNotRead() throws IOException, InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        world.site("a.example", client -> {
            client.readHead();
            client.send("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n");
            Thread.ofVirtual().start(() -> {
                try {
                    client.send(new byte[400 * 1024 * 1024]);
                } catch (IOException held) {
                    return;
                }
                stuck.countDown();
            });
            client.readToEnd();
        });
        try (Conversation program = world.program()) {
            program.send(GET).readHead();
            Eventually.eventually("the pipe is full",
                    () -> world.flows.stream().anyMatch(flow -> !flow.isWritable()));
            assertThat(stuck.await(500, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    /** What is asked for, and the honest answer. */
    @ParameterizedTest
    @CsvSource({"GET https://a.example/ HTTP/1.1,400", "GET / HTTP/1.1,400", "OPTIONS * HTTP/1.1,400",
            "GET ftp://a.example/ HTTP/1.1,400", "GET http:/// HTTP/1.1,400", "GET http://a.example:0/ HTTP/1.1,400",
            "GET http://[::1/ HTTP/1.1,400", "GET,400"})
    void whatIsNotForAProxyIsRefusedInASentence(String line, String status) throws IOException {
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(line + "\r\n\r\n"))).startsWith("HTTP/1.1 " + status).contains(".\n");
            assertThat(world.flows).isEmpty();
        }
    }

    @Test
    void lineOverEightKibibytesIsRefused() throws IOException {
        try (Conversation program = world.program()) {
            program.send("GET http://a.example/" + "x".repeat(8192) + " HTTP/1.1\r\n\r\n");
            assertThat(program.readHead()).startsWith("HTTP/1.1 414 ");
        }
    }

    @Test
    void passwordIsAskedForOnTheSameConnectionAndNeverPassedOn() throws IOException {
        world.close();
        world = new HttpWorld(Optional.of(new Login("me", Secret.of("p:w"))));
        site("a.example", ok("in"));
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 407 ")
                    .containsIgnoringCase("Proxy-Authenticate: Basic realm=\"Byway\"").doesNotContain("close");
            assertThat(answer(program.send(GET.replace("GET", "POST").replace("\r\n\r\n",
                    "\r\nContent-Length: 3\r\nProxy-Authorization: Basic bWU6cHg=\r\n\r\nabc"))))
                    .startsWith("HTTP/1.1 407 ");
            assertThat(answer(program.send(
                    GET.replace("\r\n\r\n", "\r\nProxy-Authorization: basic bWU6cDp3\r\n\r\n")))).endsWith("in");
            assertThat(heads.getFirst()).doesNotContainIgnoringCase("proxy");
        }
    }

    @Test
    void connectIsAskedForThePasswordOnTheSameConnection() throws IOException {
        world.close();
        world = new HttpWorld(Optional.of(new Login("me", Secret.of("p:w"))));
        world.site("a.example", LoopbackServer.Temper.ECHO);
        try (Conversation program = world.program()) {
            String connect = "CONNECT a.example:80 HTTP/1.1\r\n";
            assertThat(answer(program.send(connect + "\r\n"))).startsWith("HTTP/1.1 407 ");
            program.send(connect + "Proxy-Authorization: Basic bWU6cDp3\r\n\r\nhi");

            assertThat(program.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(read(program, 2)).isEqualTo("hi");
        }
    }

    @Test
    void programOfTheOldVersionGetsItsAnswerAndTheEnd() throws IOException {
        site("a.example", ok("old"));
        try (Conversation program = world.program()) {
            program.send("GET http://a.example/ HTTP/1.0\r\n\r\n");
            assertThat(program.readToEnd()).asString().endsWith("old");
        }
    }

    @Test
    void programOfTheOldVersionGetsNoChunks() throws IOException {
        site("a.example", head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + head("3", "abc", "0"));
        try (Conversation program = world.program()) {
            program.send("GET http://a.example/ HTTP/1.0\r\n\r\n");
            assertThat(program.readToEnd()).asString().doesNotContainIgnoringCase("chunked").endsWith("\r\n\r\nabc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void answerWithoutABodyDoesNotEndTheConnection(String status) throws IOException {
        site("a.example", head("HTTP/1.1 " + status, "ETag: 1"));
        try (Conversation program = world.program()) {
            for (int i = 0; i < 2; i++) {
                assertThat(program.send(GET).readHead()).startsWith("HTTP/1.1 " + status).contains("ETag: 1")
                        .doesNotContain("close");
            }
        }
    }

    @Test
    void slowBodyIsWaitedFor() throws IOException {
        world.site("a.example", client -> {
            heads.add(client.readHead());
            client.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").send(client.read(5)).readToEnd();
        });
        try (Conversation program = world.program()) {
            program.send("PUT http://a.example/ HTTP/1.1\r\nContent-Length: 5\r\n\r\n");
            Eventually.eventually("the head arrived alone", () -> !heads.isEmpty());
            program.drip("hello".getBytes(StandardCharsets.US_ASCII)).readHead();
            assertThat(read(program, 5)).isEqualTo("hello");
        }
    }

    @Test
    void upgradeThatNobodyAskedForIsABadAnswer() throws IOException {
        site("a.example", head("HTTP/1.1 101 Switching Protocols", "Connection: Upgrade", "Upgrade: echo"));
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 502 ").contains("not HTTP");
        }
    }

    /** Garbage, two lengths, a length that is none. */
    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"})
    void answerThatIsNotHttpIsABadGateway(String said) throws IOException {
        site("a.example", said);
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(GET))).startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void failureIsSaidWithItsStageAndWhoseFaultItIs() throws IOException {
        world.site("a.example", LoopbackServer.Temper.SILENT).close();
        try (Conversation program = world.program()) {
            assertThat(answer(program.send(GET)))
                    .endsWith("\nStage: CONNECT. What was seen: REFUSED. Whose fault: UPSTREAM.\n");
        }
    }

    @Test
    void refusalOfAHeadRequestHasNoBody() throws IOException {
        site("a.example", ok("after"));
        try (Conversation program = world.program()) {
            assertThat(program.send("HEAD / HTTP/1.1\r\n\r\n").readHead()).startsWith("HTTP/1.1 400 ");
            assertThat(answer(program.send(GET))).endsWith("after");
        }
    }

    @Test
    void programThatSaysItsLastWordStillGetsItsAnswer() throws IOException {
        site("a.example", ok("answer"));
        try (Conversation program = world.program()) {
            program.send(GET + GET).finish();
            assertThat(program.readToEnd()).asString().endsWith("answer").containsPattern("(?s)answer.*answer");
        }
    }

    @Test
    void streamIsClosedWithTheProgram() throws IOException {
        site("a.example", ok(""));
        try (Conversation program = world.program()) {
            answer(program.send(GET));
        }
        Eventually.eventually("the stream is closed", () -> world.flows.stream().noneMatch(Channel::isOpen));
    }

    private LoopbackServer site(String name, String answer) {
        return world.site(name, client -> {
            while (true) {
                heads.add(client.readHead());
                client.send(answer);
            }
        });
    }

    private static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The head and as much body as it says. */
    private static String answer(Conversation program) throws IOException {
        String head = program.readHead();
        String length = head.replaceAll("(?is).*content-length: (\\d+).*", "$1");
        return head + read(program, Integer.parseInt(length));
    }

    private static String read(Conversation program, int bytes) throws IOException {
        return new String(program.read(bytes), StandardCharsets.ISO_8859_1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
