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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.byway.model.HostPort;

/** A faulty proxy server: a protocol in which each connection of a program is one to the server. */
public final class FaultyUpstream extends FaultyServer {
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

    @Override
    public HostPort address() {
        InetSocketAddress address = listener.address();
        return new HostPort(address.getAddress().getHostAddress(), address.getPort());
    }

    @Override
    public String link() {
        return speech.link(address().toString());
    }

    @Override
    public long accepted() {
        return accepted.get();
    }

    public int open() {
        return sessions.size();
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

    @Override
    void change(Temper next) throws IOException {
        temper = next;
        switch (next) {
            case Temper.Refused refused -> listener.refuse();
            case Temper.SynDropped dropped -> listener.drop();
            default -> listener.accept();
        }
    }

    @Override
    void changeStanding(Temper next) {
        sessions.forEach(session -> session.strike(next));
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

    @Override
    public void close() throws IOException {
        strike(Temper.REFUSED);
    }
}
