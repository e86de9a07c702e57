package org.byway.netstack.tcp;

import java.util.function.Consumer;
import org.byway.netstack.tcp.SentSegment.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The segments under way in the order of the stream, and how many bytes of them are believed to be in flight: neither
 * selectively acknowledged nor lost (RFC 6675's pipe).
 */
final class Scoreboard {
    private static final int FEWEST = 16;

    private SentSegment[] ring = new SentSegment[FEWEST];
    private int head;
    private int count;
    private long inFlight;
    private int sacked;
    private int lost;

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return count;
    }

    SentSegment get(int index) {
        return ring[head + index & ring.length - 1];
    }

    /** Bytes that are believed to be in flight. */
    long inFlight() {
        return inFlight;
    }

    /** How many segments the other side has beyond a hole. */
    int sacked() {
        return sacked;
    }

    boolean hasLost() {
        return lost > 0;
    }

    void add(SentSegment sent) {
        insert(count, sent);
        inFlight += sent.length();
    }

    private void insert(int index, SentSegment sent) {
        if (count == ring.length) {
            grow();
        }
        for (int i = count; i > index; i--) {
            ring[head + i & ring.length - 1] = get(i - 1);
        }
        ring[head + index & ring.length - 1] = sent;
        count++;
    }

    private void grow() {
        SentSegment[] more = new SentSegment[2 * count];
        for (int i = 0; i < count; i++) {
            more[i] = get(i);
        }
        ring = more;
        head = 0;
    }

    /** Takes off what is acknowledged whole, and tells of what was not known to have arrived. */
    void acknowledge(long position, Consumer<SentSegment> delivered) {
        while (count > 0 && get(0).end() <= position) {
            SentSegment first = get(0);
            if (first.is(Fate.SACKED)) {
                sacked--;
            } else {
                leave(first);
                delivered.accept(first);
            }
            head = head + 1 & ring.length - 1;
            count--;
        }
        if (count > 0 && get(0).start() < position) {
            trimFirst(position);
        }
    }

    private void trimFirst(long position) {
        SentSegment first = get(0);
        inFlight -= first.is(Fate.IN_FLIGHT) ? position - first.start() : 0;
        first.trimTo(position);
    }

    /** Marks what a block covers whole (RFC 2018, section 8) and tells of what was not known to have arrived. */
    void sack(long left, long right, Consumer<SentSegment> delivered) {
        for (int i = indexOf(left); i < count && get(i).end() <= right; i++) {
            SentSegment sent = get(i);
            if (sent.start() >= left && !sent.is(Fate.SACKED)) {
                leave(sent);
                sent.becomes(Fate.SACKED);
                sacked++;
                delivered.accept(sent);
            }
        }
    }

    /** It is no longer in flight, or no longer lost. */
    private void leave(SentSegment sent) {
        if (sent.is(Fate.LOST)) {
            lost--;
        } else {
            inFlight -= sent.length();
        }
    }

    /** The first segment that does not end before the position. */
    private int indexOf(long position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void markLost(SentSegment sent) {
        inFlight -= sent.length();
        sent.becomes(Fate.LOST);
        lost++;
    }

    void markAllLost() {
        for (int i = 0; i < count; i++) {
            if (get(i).is(Fate.IN_FLIGHT)) {
                markLost(get(i));
            }
        }
    }

    /** What is in flight and longer than that does not arrive. */
    void markLostBeyond(int longest) {
        for (int i = 0; i < count; i++) {
            if (get(i).is(Fate.IN_FLIGHT) && get(i).dataLength() > longest) {
                markLost(get(i));
            }
        }
    }

    /** The other side forgot what it had selectively acknowledged, as it may (RFC 2018, section 8). */
    void forgetSacked() {
        for (int i = 0; i < count; i++) {
            if (get(i).is(Fate.SACKED)) {
                get(i).becomes(Fate.IN_FLIGHT);
                inFlight += get(i).length();
            }
        }
        sacked = 0;
    }

    /** What was believed lost is under way after all. */
    void believeNoneLost() {
        for (int i = 0; i < count; i++) {
            if (get(i).is(Fate.LOST)) {
                get(i).becomes(Fate.IN_FLIGHT);
                inFlight += get(i).length();
            }
        }
        lost = 0;
    }

    /** The first that is lost, cut to a length that may be sent; {@code null} where none is. */
    @Nullable
    SentSegment firstLost(int longest) {
        for (int i = 0; lost > 0 && i < count; i++) {
            if (get(i).is(Fate.LOST)) {
                return cut(i, longest);
            }
        }
        return null;
    }

    /** The last segment, cut likewise from its end. */
    SentSegment last(int longest) {
        SentSegment last = get(count - 1);
        if (last.dataLength() > longest) {
            insert(count, last.splitAt(last.end() - longest));
            sacked += last.is(Fate.SACKED) ? 1 : 0;
            lost += last.is(Fate.LOST) ? 1 : 0;
        }
        return get(count - 1);
    }

    private SentSegment cut(int index, int longest) {
        SentSegment sent = get(index);
        if (sent.dataLength() > longest) {
            insert(index + 1, sent.splitAt(sent.start() + longest));
            lost++;
        }
        return sent;
    }

    void resent(SentSegment sent, long now) {
        if (!sent.is(Fate.IN_FLIGHT)) {
            leaveFate(sent);
            inFlight += sent.length();
        }
        sent.resent(now);
    }

    private void leaveFate(SentSegment sent) {
        if (sent.is(Fate.LOST)) {
            lost--;
        } else {
            sacked--;
        }
    }
}
