package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.byway.model.NumberRange;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.model.endpoint.SpecialDatagram;
import org.byway.model.endpoint.WireGuardKey;
import org.jspecify.annotations.Nullable;

/**
 * How messages look from outside: those of WireGuard as they are, those of AmneziaWG with other types, random bytes before
 * and perhaps behind them, and datagrams of no meaning before an initiation. On the tunnel's loop.
 *
 * <pre>
 * +------------------+----------------+----------------------+
 * | padding S1 to S4 | type H1 to H4… | trailer (version 3)  |
 * +------------------+----------------+----------------------+
 * </pre>
 */
final class Disguise {
    private static final int MOST_TRAILER = 64;
    private static final MessageKind[] KINDS = MessageKind.values();
    private static final SecureRandom SEEDS = new SecureRandom();

    private final AmneziaOptions options;
    private final List<SpecialDatagram> specials;
    private final int[] padding;
    private final RandomGenerator random;
    private final @Nullable HeaderVeil veil;
    private int counted;

    Disguise(Optional<AmneziaOptions> amnezia) {
        options = amnezia.orElse(AmneziaOptions.NONE);
        specials = options.specials().stream().map(SpecialDatagram::parse).toList();
        AmneziaOptions.Padding each = options.padding();
        padding = new int[]{each.initiation(), each.response(), each.cookie(), each.transport()};
        // what fills a padding is seen by everybody, so it must only look like noise
        random = new java.util.SplittableRandom(SEEDS.nextLong());
        veil = options.veil().headerProtectionKey().map(it -> new HeaderVeil(WireGuardKey.bytes(it.reveal())))
                .orElse(null);
    }

    /** How many bytes stand before a message of this kind. */
    int padding(MessageKind kind) {
        return padding[kind.place()];
    }

    /** What is to stand for the type of the next message of this kind. */
    int header(MessageKind kind) {
        NumberRange range = options.headers().get(kind.place());
        return (int) (range.from() == range.to() ? range.from() : random.nextLong(range.from(), range.to() + 1));
    }

    /** Whether cookies are neither sent nor understood. */
    boolean hasNoCookies() {
        return options.veil().hasNoCookies();
    }

    AmneziaOptions.Timing timing() {
        return options.timing();
    }

    /** How many zero bytes follow a packet inside, of which there is room for so many. */
    int contentPadding(int length, int room) {
        Optional<NumberRange> addition = options.veil().contentPaddingAddition();
        int wanted = addition.isPresent()
                ? (int) random.nextLong(addition.get().from(), addition.get().to() + 1)
                : -length & 15;
        return Math.clamp(wanted, 0, Math.max(0, room));
    }

    /** A handshake message or a cookie as it is sent. */
    ByteBuf dress(MessageKind kind, byte[] message) {
        int trailer = options.veil().hasRandomTrailers() ? random.nextInt(MOST_TRAILER + 1) : 0;
        ByteBuf datagram = ByteBufAllocator.DEFAULT.buffer(padding(kind) + message.length + trailer);
        writeRandom(datagram, padding(kind));
        datagram.writeBytes(message);
        cover(kind, datagram);
        writeRandom(datagram, trailer);
        return datagram;
    }

    /** The beginning of a transport message, up to its header; {@link #cover} follows once that is written. */
    void beginTransport(ByteBuf datagram) {
        writeRandom(datagram, padding(MessageKind.TRANSPORT));
    }

    /** Hides what the options hide of a datagram that begins at index 0. */
    void cover(MessageKind kind, ByteBuf datagram) {
        if (veil != null) {
            HeaderVeil.lay(veil.stream(datagram), datagram, padding(kind), covered(kind));
        }
    }

    private static int covered(MessageKind kind) {
        return kind == MessageKind.TRANSPORT ? MessageKind.TRANSPORT_HEADER_BYTES : kind.size();
    }

    /** The datagrams that go before an initiation, in their order. */
    List<ByteBuf> before() {
        List<ByteBuf> datagrams = new ArrayList<>(specials.size() + options.junk().count());
        specials.forEach(it -> datagrams.add(special(it)));
        AmneziaOptions.Junk junk = options.junk();
        for (int i = 0; i < junk.count(); i++) {
            int length = random.nextInt(junk.min(), junk.max() + 1);
            ByteBuf datagram = ByteBufAllocator.DEFAULT.buffer(Math.max(1, length));
            writeRandom(datagram, length);
            datagrams.add(datagram);
        }
        return datagrams;
    }

    private ByteBuf special(SpecialDatagram form) {
        ByteBuf datagram = ByteBufAllocator.DEFAULT.buffer(form.length());
        for (SpecialDatagram.Part part : form.parts()) {
            switch (part.kind()) {
                case FIXED -> datagram.writeBytes(java.util.HexFormat.of().parseHex(part.hexadecimal()));
                case RANDOM -> writeRandom(datagram, part.length());
                case LETTERS ->
                    writeOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", part.length(), datagram);
                case DIGITS -> writeOf("0123456789", part.length(), datagram);
                case TIME -> datagram.writeInt((int) (System.currentTimeMillis() / 1000));
                case COUNTER -> datagram.writeInt(counted++);
            }
        }
        return datagram;
    }

    private void writeOf(String letters, int length, ByteBuf datagram) {
        for (int i = 0; i < length; i++) {
            datagram.writeByte(letters.charAt(random.nextInt(letters.length())));
        }
    }

    private void writeRandom(ByteBuf datagram, int length) {
        if (length > 0) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            datagram.writeBytes(noise);
        }
    }

    /**
     * What a datagram is, and null where it is none of ours; its cover is taken off, its reader stands at the message, and a
     * trailer is cut off.
     */
    @Nullable
    MessageKind uncover(ByteBuf datagram) {
        byte[] stream = streamOf(datagram);
        for (MessageKind kind : KINDS) {
            if (isOfLength(kind, datagram.readableBytes()) && isHeader(kind, typeAt(datagram, kind, stream))) {
                if (stream != null) {
                    HeaderVeil.lay(stream, datagram, datagram.readerIndex() + padding(kind), covered(kind));
                }
                datagram.skipBytes(padding(kind));
                if (kind != MessageKind.TRANSPORT) {
                    datagram.writerIndex(datagram.readerIndex() + kind.size());
                }
                return kind;
            }
        }
        return null;
    }

    private byte @Nullable [] streamOf(ByteBuf datagram) {
        return veil == null || datagram.readableBytes() < MessageKind.TRANSPORT.size() ? null : veil.stream(datagram);
    }

    private boolean isOfLength(MessageKind kind, int length) {
        int whole = padding(kind) + kind.size();
        boolean mayBeLonger = kind == MessageKind.TRANSPORT || options.veil().hasRandomTrailers();
        return mayBeLonger ? length >= whole : length == whole;
    }

    private int typeAt(ByteBuf datagram, MessageKind kind, byte @Nullable [] stream) {
        int type = datagram.getIntLE(datagram.readerIndex() + padding(kind));
        return stream == null ? type : type ^ org.byway.crypto.LittleEndian.getInt(stream, 0);
    }

    private boolean isHeader(MessageKind kind, int type) {
        return options.headers().get(kind.place()).contains(type & 0xffff_ffffL);
    }
}
