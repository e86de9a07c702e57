package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.byway.model.NumberRange;
import org.byway.model.Secret;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.testing.FuzzContract;

/**
 * Datagrams that a stranger sends. The first byte says to which end, at which moment, and in which shape; the second, how they
 * are made: as they are, or as a datagram that was seen with these bytes laid over. Nothing is ever given to the stack but
 * what the other side has said, and afterwards the tunnel still carries.
 */
class TunnelDatagramFuzzTest implements FuzzContract {
    private static final AmneziaOptions DISGUISED = new AmneziaOptions(AmneziaOptions.Junk.NONE,
            new AmneziaOptions.Padding(12, 13, 14, 15),
            List.of(NumberRange.of(77), new NumberRange(100, 2_000_000_000L),
                    NumberRange.of(78), new NumberRange(2_100_000_000L, 4_294_967_295L)),
            List.of(), AmneziaOptions.Timing.USUAL,
            new AmneziaOptions.Veil(Optional.of(Secret.of(Base64.getEncoder().encodeToString(new byte[32]))),
                    Optional.empty(), true, false));

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length < 3) {
            return;
        }
        Optional<AmneziaOptions> shape = (bytes[0] & 4) == 0 ? Optional.empty() : Optional.of(DISGUISED);
        try (TunnelPair pair = new TunnelPair(shape, shape, Optional.empty())) {
            boolean isUpBefore = (bytes[0] & 2) != 0;
            if (isUpBefore) {
                pair.say(true, "before");
                pair.pass(Duration.ofSeconds(1));
            } else {
                pair.client.tunnel.shakeHands();
            }
            int received = pair.client.received.size() + pair.server.received.size();
            pair.arrive((bytes[0] & 1) != 0, Unpooled.wrappedBuffer(datagram(bytes, pair)));
            assertThat(pair.client.received.size() + pair.server.received.size()).isEqualTo(received);
            pair.pass(Duration.ofSeconds(7));
            pair.say(true, "after");
            pair.pass(Duration.ofSeconds(7));

            assertThat(pair.server.received).endsWith("after");
        }
    }

    private static byte[] datagram(byte[] bytes, TunnelPair pair) {
        byte[] own = java.util.Arrays.copyOfRange(bytes, 2, bytes.length);
        int which = bytes[1] & 0x7f;
        if (bytes[1] < 0 || pair.seen.isEmpty()) {
            return own;
        }
        byte[] seen = io.netty.buffer.ByteBufUtil.getBytes(pair.seen.get(which % pair.seen.size()).bytes());
        for (int i = 0; i < Math.min(own.length, seen.length); i++) {
            seen[i] ^= own[i];
        }
        return seen;
    }
}
