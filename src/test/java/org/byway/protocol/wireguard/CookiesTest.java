package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.protocol.wireguard.MessageKind.COOKIE;
import static org.byway.protocol.wireguard.MessageKind.INITIATION;
import static org.byway.protocol.wireguard.MessageKind.RESPONSE;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.time.Duration;
import java.util.Random;
import org.byway.model.Destination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sections 5.3 and 5.4.7: a server under load, and a client that has to show its cookie. */
class CookiesTest {
    private static final Destination STRANGER = Destination.of("203.0.113.66", 6666);

    private final TunnelPair pair = new TunnelPair();
    private final Cookies cookies = new Cookies(pair.serverPublicKey(), new Random(1));

    @AfterEach
    void close() {
        pair.close();
    }

    /** Strangers who know the server's key keep it busy all the time. */
    @Test
    void clientOfAServerUnderLoadGetsInByItsCookie() {
        ByteBuf strangers = pair.strangersInitiation();
        pair.say(true, "there");
        for (int tenth = 0; tenth < 70; tenth++) {
            floodServer(strangers);
            pair.pass(Duration.ofMillis(100));
            if (tenth == 40) {
                assertThat(pair.server.received).as("before its second try").isEmpty();
                assertThat(pair.times(false, COOKIE)).isNotEmpty();
            }
        }

        assertThat(pair.server.received).containsExactly("there");
        assertThat(pair.times(true, INITIATION)).hasSize(2);
        assertThat(pair.times(false, RESPONSE)).hasSize(1);
    }

    @Test
    void fewInitiationsAreNoLoad() {
        for (int i = 0; i < 10; i++) {
            assertThat(cookies.isTooMany(i)).isFalse();
        }
        assertThat(cookies.isTooMany(10)).isTrue();
        assertThat(cookies.isTooMany(Duration.ofSeconds(2).toNanos())).isFalse();
    }

    @Test
    void cookieIsGoodForItsAddressAndItsTimeOnly() {
        pair.client.tunnel.shakeHands();
        byte[] first = bytes(pair.seen.getFirst());
        Macs macs = pair.clientMacs();
        macs.seal(first, 0);
        macs.take(cookies.reply(first, COOKIE.place() + 1, TunnelPair.CLIENT, 0), 0);
        byte[] second = first.clone();
        macs.seal(second, 1);

        assertThat(cookies.isProven(first, TunnelPair.CLIENT, 1)).isFalse();
        assertThat(cookies.isProven(second, TunnelPair.CLIENT, 1)).isTrue();
        assertThat(cookies.isProven(second, STRANGER, 1)).isFalse();
        assertThat(cookies.isProven(second, TunnelPair.CLIENT, Duration.ofMinutes(3).toNanos())).isFalse();
    }

    private void floodServer(ByteBuf initiation) {
        for (int i = 0; i < 20; i++) {
            pair.arriveFrom(STRANGER, initiation);
        }
    }

    private static byte[] bytes(TunnelPair.Seen seen) {
        return ByteBufUtil.getBytes(seen.bytes());
    }
}
