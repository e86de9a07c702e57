package org.byway.faulty;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Between the forwarder and some upstreams: decrees strike all of them that they mean, standing connections too. Addresses
 * like 127.1.0.1 and 127.2.0.1 lie in different prefixes of sixteen bits.
 *
 * @param upstreams that are reached only through this censor
 */
public record Censor(List<FaultyUpstream> upstreams) {
    private static final double FEWEST_ONES = 3.4;
    private static final double MOST_ONES = 4.6;
    private static final int TEXT_BYTES = 6;

    public Censor {
        upstreams = List.copyOf(upstreams);
    }

    /** What is forbidden, and what becomes of it. */
    public sealed interface Decree {}

    /** Servers whose address begins so, such as {@code 127.1.}. */
    public record Prefix(String start, Temper temper) implements Decree {}

    /** Connections that begin with bytes of this look; the temper is one that a standing connection can be struck with. */
    public record Protocol(Predicate<byte[]> look, Temper temper) implements Decree {}

    /** Every connection freezes after so many bytes. */
    public record Bytes(long most) implements Decree {}

    /** A SOCKS5 greeting. */
    public static boolean looksLikeSocks5(byte[] first) {
        return first.length >= 3 && first[0] == 5 && first.length == 2 + first[1];
    }

    /** A ClientHello in a TLS record. */
    public static boolean looksLikeTls(byte[] first) {
        return first.length >= 6 && first[0] == 22 && first[1] == 3 && first[5] == 1;
    }

    /** Nothing that anybody knows, as Shadowsocks looks: as many ones as zeros, and no text at the start. */
    public static boolean looksLikeNothing(byte[] first) {
        double ones = 0;
        for (byte each : first) {
            ones += Integer.bitCount(each & 0xff);
        }
        double mean = ones / first.length;
        return mean > FEWEST_ONES && mean < MOST_ONES && !looksLikeTls(first) && !isText(first);
    }

    private static boolean isText(byte[] first) {
        boolean isText = true;
        for (int i = 0; i < Math.min(first.length, TEXT_BYTES); i++) {
            isText &= first[i] >= ' ' && first[i] <= '~';
        }
        return isText;
    }

    public void decree(Decree decree) throws IOException {
        for (FaultyUpstream each : upstreams) {
            switch (decree) {
                case Prefix prefix when each.address().host().startsWith(prefix.start()) ->
                    each.strike(prefix.temper());
                case Prefix elsewhere -> {
                }
                case Protocol protocol -> each.inspect(first -> Optional.of(protocol.temper())
                        .filter(_ -> protocol.look().test(first)));
                case Bytes bytes -> each.strike(new Temper.FreezesAfter(bytes.most()));
            }
        }
    }

    /** Everything passes again. */
    public void repeal() throws IOException {
        for (FaultyUpstream each : upstreams) {
            each.inspect(_ -> Optional.empty());
            each.strike(Temper.HEALTHY);
        }
    }
}
