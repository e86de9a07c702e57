package org.byway.netstack;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.Ticker;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.byway.netstack.wire.IpFragment;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpRoute;
import org.jspecify.annotations.Nullable;

/**
 * Puts datagrams together that came in parts (RFC 791, section 3.2; RFC 8200, section 4.5): so many at once, for so long, and
 * none of which parts overlap, which only an attacker's do (RFC 5722).
 */
final class Fragments {
    static final int MOST_SETS = 64;

    private static final long LIFETIME = TimeUnit.SECONDS.toNanos(30);
    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int MOST_PARTS = 64;

    private final Ticker ticker;
    private final Map<Key, Parts> sets = new LinkedHashMap<>();

    /** RFC 791, section 2.3: what the parts of one datagram have in common. */
    private record Key(IpRoute route, int protocol, int id) {}

    private static final class Parts {
        private final long since;
        private final TreeMap<Integer, ByteBuf> byOffset = new TreeMap<>();
        private int bytes;
        private int total = -1;

        Parts(long since) {
            this.since = since;
        }

        void release() {
            byOffset.values().forEach(ByteBuf::release);
        }
    }

    Fragments(Ticker ticker) {
        this.ticker = ticker;
    }

    int size() {
        dropOld();
        return sets.size();
    }

    /** Takes a part; gives the whole datagram once it is there, whose payload the caller releases. */
    @Nullable
    IpPacket add(IpPacket part, IpFragment fragment) {
        dropOld();
        Key key = new Key(part.route(), part.protocol(), fragment.id());
        Parts parts = sets.computeIfAbsent(key, any -> new Parts(ticker.nanoTime()));
        if (!fits(parts, fragment, part.payload().readableBytes())) {
            drop(key);
            return null;
        }
        ByteBuf kept = ByteBufAllocator.DEFAULT.directBuffer(Math.max(1, part.payload().readableBytes()));
        kept.writeBytes(part.payload(), part.payload().readerIndex(), part.payload().readableBytes());
        parts.byOffset.put(fragment.offset(), kept);
        parts.bytes += kept.readableBytes();
        parts.total = fragment.isLast() ? fragment.offset() + kept.readableBytes() : parts.total;
        if (sets.size() > MOST_SETS) {
            drop(sets.keySet().iterator().next());
        }
        return parts.bytes == parts.total ? whole(key, parts) : null;
    }

    private static boolean fits(Parts parts, IpFragment fragment, int length) {
        int start = fragment.offset();
        int end = start + length;
        Map.Entry<Integer, ByteBuf> before = parts.byOffset.floorEntry(start);
        Integer behind = parts.byOffset.ceilingKey(start);
        boolean isOverlapping = (before != null && before.getKey() + before.getValue().readableBytes() > start)
                || (behind != null && behind < end);
        boolean isBeyondTheEnd = parts.total >= 0 && (end > parts.total || fragment.isLast());
        return length > 0 && end <= LARGEST_DATAGRAM && !isOverlapping && !isBeyondTheEnd
                && parts.byOffset.size() < MOST_PARTS && (fragment.isLast() || length % 8 == 0);
    }

    private IpPacket whole(Key key, Parts parts) {
        ByteBuf datagram = ByteBufAllocator.DEFAULT.directBuffer(parts.total);
        parts.byOffset.values().forEach(part -> datagram.writeBytes(part, part.readerIndex(), part.readableBytes()));
        drop(key);
        return new IpPacket(key.route(), key.protocol(), datagram, null);
    }

    private void dropOld() {
        Iterator<Parts> oldest = sets.values().iterator();
        while (oldest.hasNext()) {
            Parts parts = oldest.next();
            if (ticker.nanoTime() - parts.since <= LIFETIME) {
                return;
            }
            parts.release();
            oldest.remove();
        }
    }

    private void drop(Key key) {
        Parts parts = sets.remove(key);
        if (parts != null) {
            parts.release();
        }
    }

    void clear() {
        sets.values().forEach(Parts::release);
        sets.clear();
    }
}
