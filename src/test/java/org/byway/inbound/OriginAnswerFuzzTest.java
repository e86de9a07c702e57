package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.byway.testing.FuzzContract;

/**
 * What an origin answers to a plain HTTP request, and then ends. The first byte says what was asked and where the answer is
 * split.
 */
class OriginAnswerFuzzTest implements FuzzContract {
    private static final int PIECE = 0x3f;
    private static final List<String> REQUESTS = List.of("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
            "HEAD http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a/ HTTP/1.0\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n");

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] request = REQUESTS.get((bytes[0] & 0xff) >> 6).getBytes(StandardCharsets.US_ASCII);
        try (OriginWorld world = new OriginWorld()) {
            world.programSends(request, 0, request.length);
            int piece = Math.max(1, bytes[0] & PIECE);
            for (int at = 1; at < bytes.length && world.origin().isOpen(); at += piece) {
                world.originSends(bytes, at, Math.min(bytes.length, at + piece));
            }
            world.originEnds().passes(PlainHttpHandler.KEPT.multipliedBy(2));
            world.program().checkException();

            assertThat(world.programGot()).as("an answer").matches("(?s)(HTTP/1\\.1 .*)?");
            assertThat(world.program().isOpen()).as("open for ever").isFalse();
        }
    }
}
