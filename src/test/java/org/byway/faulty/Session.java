package org.byway.faulty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One client of a {@link FaultyUpstream}, on threads of its own; what both sides see is delayed and tempered. */
public final class Session {
    private static final int FIRST_BYTES = 2048;
    private static final int GARBAGE_BYTES = 600;

    private final FaultyUpstream upstream;
    private final Socket client;
    private final Passage passage;
    private final PushbackInputStream in;
    private final OutputStream out;
    private final CountDownLatch outputIsOver = new CountDownLatch(1);
    private @Nullable Socket destination;

    Session(FaultyUpstream upstream, Socket client, Temper temper, Duration delay) throws IOException {
        this.upstream = upstream;
        this.client = client;
        client.setTcpNoDelay(true);
        passage = new Passage(client, temper);
        in = new PushbackInputStream(DelayLine.after(new TemperedInput(client.getInputStream(), passage), delay),
                FIRST_BYTES);
        out = DelayLine.before(new TemperedOutput(client.getOutputStream(), passage), delay, this::endOutput);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Of this moment: it may change while the handshake goes on. */
    Temper temper() {
        return passage.temper();
    }

    void strike(Temper temper) {
        passage.strike(temper);
    }

    /** To the end of the connection; everything is closed then. */
    void run() {
        try (out) {
            serve();
            out.close();
            outputIsOver.await();
        } catch (IOException gone) {
            // either side may go whenever it likes
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void serve() throws IOException {
        switch (temper()) {
            case Temper.Refused refused -> passage.reset();
            case Temper.ResetAfter resets when resets.bytes() == 0 -> passage.reset();
            case Temper.Closes closes -> passage.close();
            case Temper.SynDropped dropped -> drain();
            case Temper.SilentAfter silent when silent.point() == Temper.Point.ACCEPTED -> drain();
            default -> serveInspected();
        }
    }

    private void serveInspected() throws IOException {
        byte[] first = new byte[FIRST_BYTES];
        int count = in.read(first);
        if (count < 0) {
            return;
        }
        in.unread(first, 0, count);
        upstream.inspect(Arrays.copyOf(first, count)).ifPresent(passage::strike);
        if (temper() instanceof Temper.Garbage) {
            out.write(upstream.random(GARBAGE_BYTES));
            drain();
        } else {
            upstream.speech().serve(this);
        }
    }

    /** Whether nothing more is to be said after this point; then everything has been read until the client went. */
    boolean isSilentAfter(Temper.Point point) throws IOException {
        boolean isSilent = temper() instanceof Temper.SilentAfter silent && silent.point() == point;
        if (isSilent) {
            drain();
        }
        return isSilent;
    }

    /** Reads what the client sends, until it goes. */
    void drain() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    void beLate() {
        if (temper() instanceof Temper.Late late) {
            Passage.pause(late.by().toMillis());
        }
    }

    /** Opens the connection to a destination, from the upstream's own address. */
    Socket connect(String host, int port) throws IOException {
        InetSocketAddress address = upstream.sites().find(host, port);
        Socket socket = new Socket();
        destination = socket;
        socket.setTcpNoDelay(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(upstream.address().host()), 0));
        socket.connect(address);
        return socket;
    }

    /** Both directions to their ends. */
    void relay(Socket to, InputStream fromClient, OutputStream toClient) throws IOException {
        Thread up = Thread.ofVirtual().name("faulty-up").start(() -> up(to, fromClient));
        to.getInputStream().transferTo(toClient);
        out.close();
        try {
            up.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void up(Socket to, InputStream fromClient) {
        try {
            fromClient.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException cut) {
            end();
        }
    }

    private void endOutput() {
        try {
            client.shutdownOutput();
        } catch (IOException closed) {
            // the client was first
        }
        outputIsOver.countDown();
    }

    private void end() {
        passage.close();
        Optional.ofNullable(destination).ifPresent(Session::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // what cannot be closed is closed
        }
    }
}
