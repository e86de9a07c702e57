package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.model.InvalidValueException;
import org.byway.model.NumberRange;
import org.byway.model.Problem;
import org.byway.model.Secret;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.model.endpoint.AmneziaOptions.Junk;
import org.byway.model.endpoint.AmneziaOptions.Padding;
import org.byway.model.endpoint.AmneziaOptions.Timing;
import org.byway.model.endpoint.AmneziaOptions.Veil;
import org.byway.protocol.wireguard.TunnelPair.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AmneziaWG between two tunnels of our own; what a server of plain WireGuard bears is tried with one as well. */
class DisguiseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<NumberRange> HEADERS = List.of(new NumberRange(1000, 2000),
            NumberRange.of(4_294_967_295L),
            new NumberRange(5, 900), new NumberRange(100_000, 200_000));
    private static final Padding PADDING = new Padding(15, 33, 12, 20);
    private static final Veil VEIL = new Veil(Optional.of(Secret.of(Base64.getEncoder().encodeToString(new byte[32]))),
            Optional.of(new NumberRange(0, 40)), true, true);

    static Stream<AmneziaOptions> shapes() {
        return Stream.of(options(new Junk(3, 10, 50), Padding.NONE, List.of(), List.of(), Veil.NONE),
                options(Junk.NONE, new Padding(15, 33, 0, 0), List.of(), List.of(), Veil.NONE),
                options(Junk.NONE, PADDING, HEADERS, List.of(), Veil.NONE),
                options(new Junk(1, 0, 0), PADDING, HEADERS, List.of("<b 0xc0ff><r 4><t>", "<rc 9><rd 3><c>"),
                        Veil.NONE),
                options(Junk.NONE, PADDING, HEADERS, List.of(), VEIL),
                options(Junk.NONE, PADDING, List.of(), List.of(),
                        new Veil(Optional.empty(), Optional.empty(), true, false)),
                AmneziaOptions.NONE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void packetsGoBothWaysInEveryShape(AmneziaOptions shape) {
        try (TunnelPair pair = new TunnelPair(Optional.of(shape), Optional.of(shape), Optional.empty())) {
            for (int i = 0; i < 400; i++) {
                pair.say(true, "there" + "x".repeat(i % 300));
                pair.say(false, "back");
                pair.pass(SECOND);
            }

            assertThat(pair.server.received).hasSize(400);
            assertThat(pair.client.received.getLast()).isEqualTo("back");
            assertThat(pair.client.established).as("handshakes").isBetween(3, 5);
        }
    }

    /** Junk and special datagrams are nothing to a server that knows them not. */
    @Test
    void plainServerBearsWhatComesBeforeAnInitiation() {
        AmneziaOptions junk = options(new Junk(5, 40, 90), Padding.NONE, List.of(), List.of("<b 0x0102><r 20>"),
                Veil.NONE);
        try (TunnelPair pair = new TunnelPair(Optional.of(junk), Optional.empty(), Optional.empty())) {
            pair.say(true, "there");
            pair.pass(SECOND);

            assertThat(pair.server.received).containsExactly("there");
            List<Integer> lengths = pair.seen.stream().filter(Seen::isFromClient).map(it -> it.bytes().readableBytes())
                    .toList();
            assertThat(lengths.getFirst()).as("the special datagram comes first").isEqualTo(22);
            assertThat(lengths.subList(1, 6)).allMatch(it -> it >= 40 && it <= 90);
            assertThat(lengths.get(6)).as("then the initiation").isEqualTo(148);
            assertThat(ByteBufUtil.hexDump(pair.seen.getFirst().bytes())).startsWith("0102");
        }
    }

    @Test
    void optionsThatChangeNothingAreNone() {
        assertThat(new AmneziaOptions(Junk.NONE, Padding.NONE, List.of(), List.of(), Timing.USUAL, Veil.NONE))
                .isEqualTo(AmneziaOptions.NONE);
    }

    @Test
    void nothingOnTheWireLooksLikeWireGuard() {
        AmneziaOptions shape = options(Junk.NONE, PADDING, HEADERS, List.of(), VEIL);
        try (TunnelPair pair = new TunnelPair(Optional.of(shape), Optional.of(shape), Optional.empty())) {
            for (int i = 0; i < 300; i++) {
                pair.say(true, "there");
                pair.pass(SECOND);
            }

            assertThat(pair.seen).hasSizeGreaterThan(300)
                    .noneMatch(it -> Stream.of(MessageKind.values()).anyMatch(it::isPlain));
        }
    }

    @Test
    void otherHeadersOrPaddingFindNoAnswer() {
        AmneziaOptions servers = options(Junk.NONE, new Padding(16, 33, 0, 0), List.of(), List.of(), Veil.NONE);
        for (AmneziaOptions clients : shapes().toList()) {
            try (TunnelPair pair = new TunnelPair(Optional.of(clients), Optional.of(servers), Optional.empty())) {
                pair.say(true, "there");
                pair.pass(Duration.ofSeconds(20));

                assertThat(pair.seen).as("%s", clients).allMatch(Seen::isFromClient);
            }
        }
    }

    @Test
    void specialDatagramsAreAsTheirNotationSays() {
        AmneziaOptions special = options(Junk.NONE, Padding.NONE, List.of(),
                List.of("<b 0xDEAD><rc 6><rd 4><b ff><t><c>", "<c>"), Veil.NONE);
        Disguise disguise = new Disguise(Optional.of(special));
        var datagrams = disguise.before();
        String first = datagrams.getFirst().toString(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(first).matches("(?s)\u00de\u00ad[a-zA-Z]{6}[0-9]{4}\u00ff.{8}");
        assertThat(datagrams.getFirst().getInt(17)).isZero();
        assertThat(datagrams.getLast().getInt(0)).isEqualTo(1);
        datagrams.forEach(it -> it.release());
    }

    @Test
    void timesOfTheConfigurationAreUsed() {
        Timing fast = new Timing(Optional.of(NumberRange.of(20)), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(NumberRange.of(3)));
        AmneziaOptions shape = new AmneziaOptions(Junk.NONE, Padding.NONE, List.of(), List.of(), fast, Veil.NONE);
        try (TunnelPair pair = new TunnelPair(Optional.of(shape), Optional.empty(), Optional.empty())) {
            for (int i = 0; i < 100; i++) {
                pair.say(true, "there");
                pair.pass(SECOND);
            }
            assertThat(pair.times(true, MessageKind.INITIATION)).hasSize(5);
            pair.seen.clear();
            pair.passes = any -> false;
            pair.pass(Duration.ofMinutes(5));
            pair.say(true, "lost");
            pair.seen.clear();
            pair.pass(Duration.ofMinutes(5));

            assertThat(pair.times(true, MessageKind.INITIATION)).as("after the first of three").hasSize(2);
        }
    }

    @Test
    void protectionOfHeadersNeedsRoomForItsNonce() {
        assertThatThrownBy(() -> options(Junk.NONE, new Padding(12, 12, 11, 12), List.of(), List.of(), VEIL))
                .isInstanceOfSatisfying(InvalidValueException.class,
                        it -> assertThat(it.problem()).isEqualTo(Problem.PADDING_TOO_SHORT));
    }

    private static AmneziaOptions options(Junk junk, Padding padding, List<NumberRange> headers, List<String> specials,
            Veil veil) {
        return new AmneziaOptions(junk, padding, headers, specials, Timing.USUAL, veil);
    }
}
