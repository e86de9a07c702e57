package org.byway.netstack.dns;

import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.Map;
import org.byway.netstack.udp.RecentlyUsed;
import org.jspecify.annotations.Nullable;

/** Answers for as long as they hold (RFC 2308 for those that say that there is nothing); the least recently used are forgotten. */
final class DnsCache {
    private static final int MOST = 10_000;
    private static final long SHORTEST_SECONDS = 5;
    private static final long LONGEST_SECONDS = 3_600;
    private static final long NOTHING_SECONDS = 10;

    private final Ticker ticker;
    private final Map<Question, Entry> entries = new RecentlyUsed<>(MOST);

    private record Entry(Answer answer, long until) {}

    DnsCache(Ticker ticker) {
        this.ticker = ticker;
    }

    void put(Question question, Answer answer) {
        long seconds = answer.addresses().isEmpty()
                ? NOTHING_SECONDS
                : Math.clamp(answer.seconds(), SHORTEST_SECONDS, LONGEST_SECONDS);
        entries.put(question, new Entry(answer, ticker.nanoTime() + Duration.ofSeconds(seconds).toNanos()));
    }

    @Nullable
    Answer get(Question question) {
        Entry entry = entries.get(question);
        if (entry == null || entry.until() - ticker.nanoTime() > 0) {
            return entry == null ? null : entry.answer();
        }
        entries.remove(question);
        return null;
    }
}
