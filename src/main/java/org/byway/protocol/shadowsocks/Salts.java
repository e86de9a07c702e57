package org.byway.protocol.shadowsocks;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The salts of one endpoint's streams, ours and the server's, the newest ten thousand or so: one that comes back is a stream
 * that somebody recorded and plays again, or our own reflected. For any number of loops.
 */
final class Salts {
    static final int REMEMBERED = 20_000;
    /** The system's own source, which never waits. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<Long> known = ConcurrentHashMap.newKeySet();
    private final Queue<Long> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /** A salt for a stream of ours. */
    byte[] fresh(int length) {
        byte[] salt = random(length);
        while (!isNew(salt)) {
            salt = random(length);
        }
        return salt;
    }

    /** A salt that is not remembered, as for a datagram. */
    static byte[] random(int length) {
        byte[] salt = new byte[length];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Whether this one is met for the first time; it is remembered. Eight random bytes of it tell it from others. */
    boolean isNew(byte[] salt) {
        Long start = ByteBuffer.wrap(salt).getLong();
        if (!known.add(start)) {
            return false;
        }
        order.add(start);
        if (count.incrementAndGet() > REMEMBERED) {
            count.decrementAndGet();
            Long oldest = order.poll();
            if (oldest != null) {
                known.remove(oldest);
            }
        }
        return true;
    }
}
