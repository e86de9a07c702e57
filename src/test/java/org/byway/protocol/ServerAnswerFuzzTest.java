package org.byway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Deadlines;
import org.byway.net.DialException;
import org.byway.testing.CountedBuffers;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FakePackets;
import org.byway.testing.FuzzContract;
import org.byway.testing.TestScheduler;

/**
 * What a server sends while a stream is opened through it. The first byte says which protocol, and where what follows is split.
 */
class ServerAnswerFuzzTest implements FuzzContract {
    private static final int PIECE = 0x1f;
    /** RFC 9110, section 15.2: any number of interim answers may come first. */
    private static final String HTTP_YES = "(HTTP/1\\.\\S* +1\\d\\d.*?\n\r?\n)*HTTP/1\\.\\S* +2\\d\\d";
    private static final HostPort SERVER = new HostPort("server.example", 1080);
    private static final Optional<Login> LOGIN = Optional.of(Login.of("user", "pass"));

    /** An endpoint, and by the letter of the specification how an answer begins that says yes. */
    private record Case(Endpoint endpoint, Predicate<String> yes) {}

    private static final List<Case> CASES = List.of(
            new Case(new Socks5Endpoint(SERVER, Optional.empty()), begins("\5\0\5\0")),
            new Case(new Socks5Endpoint(SERVER, LOGIN), begins("\5(\0|\2.\0)\5\0")),
            new Case(new HttpProxyEndpoint(SERVER, Optional.empty()), begins(HTTP_YES)),
            new Case(new HttpProxyEndpoint(SERVER, LOGIN), begins(HTTP_YES)),
            new Case(new Socks4Endpoint(SERVER, Optional.empty(), true), begins("\0Z")));

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        Case now = CASES.get(((bytes[0] & 0xff) >> 5) % CASES.size());
        CountedBuffers buffers = new CountedBuffers();
        try (TestScheduler time = new TestScheduler()) {
            EmbeddedDuplex channel = time.channel();
            channel.config().setAllocator(buffers.allocator());
            Future<Channel> dial = new Protocols(Deadlines.DEFAULT, time::loop).create(now.endpoint(),
                    (server, loop) -> loop.newSucceededFuture(channel), FakePackets.none()).streams()
                    .dial(Destination.of("a.example", 80), time.loop());
            time.run();
            int piece = Math.max(1, bytes[0] & PIECE);
            for (int at = 1; at < bytes.length && channel.isOpen() && !dial.isDone(); at += piece) {
                channel.writeInbound(buffers.of(bytes, at, Math.min(bytes.length, at + piece)));
                time.run();
            }
            time.advance(Deadlines.DEFAULT.handshake().plus(Duration.ofSeconds(1)));
            channel.checkException();

            assertThat(dial.isDone()).as("ready or failed at the deadline").isTrue();
            String answer = new String(bytes, 1, bytes.length - 1, StandardCharsets.ISO_8859_1);
            if (dial.isSuccess()) {
                assertThat(now.yes().test(answer)).as("success, made of garbage").isTrue();
            } else {
                assertThat(dial.cause()).isInstanceOf(DialException.class);
                assertThat(channel.isOpen()).isFalse();
            }
        }
        buffers.requireNone();
    }

    private static Predicate<String> begins(String with) {
        return Pattern.compile("(?s)^" + with).asPredicate();
    }
}
