package org.byway.faulty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.byway.model.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * A real proxy server on the loopback whose {@link Temper} is changed while traffic flows. Its connections to destinations
 * come from its own address, so that a destination can tell who went round it.
 */
public final class FaultyUpstream implements AutoCloseable {
    private static final long SEED = 20_180_416;

    private final Speech speech;
    private final Sites sites;
    private final Duration delay;
    private final Random random = new Random(SEED);
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final Listener listener;
    private volatile Function<byte[], Optional<Temper>> inspection = _ -> Optional.empty();
    private volatile Temper temper = Temper.HEALTHY;
    private @Nullable Thread flapping;

    /**
     * @param address   of the loopback, any of 127.0.0.0/8
     * @param roundTrip that it seems to be away
     */
    public FaultyUpstream(String address, Speech speech, Sites sites, Duration roundTrip) throws IOException {
        this.speech = speech;
        this.sites = sites;
        this.delay = roundTrip.dividedBy(2);
        listener = new Listener(new InetSocketAddress(InetAddress.ofLiteral(address), 0), this::serve);
    }

    public HostPort address() {
        InetSocketAddress address = listener.address();
        return new HostPort(address.getAddress().getHostAddress(), address.getPort());
    }

    /** The line of a list that names it. */
    public String link() {
        return speech.link(address().toString());
    }

    /** How many connections it was asked for so far. */
    public long accepted() {
        return accepted.get();
    }

    public int open() {
        return sessions.size();
    }

    /** For connections that come from now on. */
    public synchronized void become(Temper next) throws IOException {
        endFlapping();
        if (next instanceof Temper.Flapping flaps) {
            flapping = Thread.ofVirtual().name("flapping").start(() -> flap(flaps));
        } else {
            change(next);
        }
    }

    /** For standing connections too, as far as the temper means anything to them. */
    public synchronized void strike(Temper next) throws IOException {
        become(next);
        if (!(next instanceof Temper.Flapping)) {
            sessions.forEach(session -> session.strike(next));
        }
    }

    /** What is thought of the first bytes of a connection; a temper is struck on this connection alone. */
    void inspect(Function<byte[], Optional<Temper>> by) {
        inspection = by;
    }

    Optional<Temper> inspect(byte[] first) {
        return inspection.apply(first);
    }

    Speech speech() {
        return speech;
    }

    Sites sites() {
        return sites;
    }

    byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    private synchronized void change(Temper next) throws IOException {
        temper = next;
        switch (next) {
            case Temper.Refused refused -> listener.refuse();
            case Temper.SynDropped dropped -> listener.drop();
            default -> listener.accept();
        }
    }

    private void flap(Temper.Flapping flaps) {
        try {
            boolean isIll = true;
            while (hasFlapped(isIll ? flaps.ill() : Temper.HEALTHY)) {
                isIll = !isIll;
                TimeUnit.NANOSECONDS.sleep(flaps.every().toNanos());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private synchronized boolean hasFlapped(Temper next) throws IOException {
        if (!Thread.currentThread().equals(flapping)) {
            return false;
        }
        change(next);
        sessions.forEach(session -> session.strike(next));
        return true;
    }

    private void endFlapping() {
        if (flapping != null) {
            flapping.interrupt();
            flapping = null;
        }
    }

    private void serve(Socket client) {
        accepted.incrementAndGet();
        try (client) {
            Session session = begin(client);
            session.run();
            sessions.remove(session);
        } catch (IOException gone) {
            // clients go when they like
        }
    }

    /** No temper may be struck between what the session is given and its being known. */
    private synchronized Session begin(Socket client) throws IOException {
        Session session = new Session(this, client, temper, delay);
        sessions.add(session);
        return session;
    }

    /** Stops listening and resets what is open. */
    @Override
    public synchronized void close() throws IOException {
        strike(Temper.REFUSED);
    }
}
