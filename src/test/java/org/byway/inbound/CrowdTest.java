package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.net.EventLoops;
import org.byway.net.Flow;
import org.byway.net.Outbound;
import org.byway.testing.Conversation;
import org.byway.testing.Eventually;
import org.byway.testing.FakePackets;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More connections than are served. */
@Timeout(60)
class CrowdTest {
    private static final int MOST = 3;
    private static final String CONNECT = "CONNECT a.example:1 HTTP/1.1\r\n\r\n";

    private final EventLoops loops = new EventLoops();
    private final MixedInbound inbound = new MixedInbound(loops, new Outbound(CrowdTest::welcome, FakePackets.none()),
            new InboundSettings(Duration.ofSeconds(10), Optional.empty(), MOST));
    private final HostPort address = inbound.bindAnywhere("127.0.0.1").syncUninterruptibly().getNow();
    private final List<Conversation> programs = new ArrayList<>();

    private static void welcome(Flow flow) {
        flow.reply().succeeded();
        flow.client().pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object ended) {
                context.close();
            }
        });
        flow.client().config().setAutoRead(true);
    }

    @AfterEach
    void closeAll() throws IOException {
        for (Conversation program : programs) {
            program.close();
        }
        inbound.close().syncUninterruptibly();
        loops.close();
    }

    /** What a program says, and what it is told. */
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"CONNECT a.example:1 HTTP/1.1,HTTP/1.1 503 ",
            "GET http://a.example/ HTTP/1.1,HTTP/1.1 503 "})
    void programOverTheLimitIsToldSoInHttp(String request, String answer) throws IOException {
        fill();
        String told = text(program().send(request + "\r\n\r\n").readToEnd());

        assertThat(told).startsWith(answer).containsIgnoringCase("connection: close").endsWith("through this proxy.\n");
    }

    @Test
    void programOverTheLimitIsToldSoInSocks5() throws IOException {
        fill();
        byte[] told = program().send("\5\1\0\5\1\0\1\1\2\3\4\0\120").readToEnd();

        assertThat(told).startsWith(5, 0, 5, 1).hasSize(12);
    }

    @Test
    void programOverTheLimitIsToldSoInSocks4() throws IOException {
        fill();
        byte[] told = program().send("\4\1\0\120\1\2\3\4\0").readToEnd();

        assertThat(told).startsWith(0, 91).hasSize(8);
    }

    @Test
    void placeThatBecomesFreeIsTakenAgain() throws IOException {
        fill();
        programs.removeFirst().close();

        Eventually.eventually("a place is free", () -> {
            try (Conversation next = Conversation.with(address)) {
                return next.send(CONNECT).readHead().startsWith("HTTP/1.1 200");
            } catch (IOException gone) {
                return false;
            }
        });
    }

    @Test
    void crowdBeyondTheCrowdIsCutAndLoggedInAFewLines() throws IOException {
        try (SecretsInLog log = new SecretsInLog()) {
            for (int i = 0; i < MOST + ConnectionLimit.TURNED_AWAY; i++) {
                program().send("\5\1\0").read(2);
            }
            for (int i = 0; i < 50; i++) {
                assertThat(program().endsWithReset()).isTrue();
            }
            assertThat(log.text().lines().filter(line -> line.contains("far too many"))).hasSizeBetween(1,
                    3 * RateLimitedLog.MOST_LINES);
        }
    }

    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            program().send(CONNECT).readHead();
        }
    }

    private Conversation program() throws IOException {
        Conversation program = Conversation.with(address);
        programs.add(program);
        return program;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
