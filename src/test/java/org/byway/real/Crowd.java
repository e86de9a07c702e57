package org.byway.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.bench.Chain;

/** Many connections to a forwarder from one program, each of which says the same and reads nothing. */
final class Crowd implements AutoCloseable {
    private static final int SOURCES = 8;
    private static final int SMALL_BUFFER = 32 * 1024;

    private final List<SocketChannel> open = new ArrayList<>();
    private final Chain chain;

    Crowd(Chain chain) {
        this.chain = chain;
    }

    /** From several addresses of the loopback, so that ports do not run out. */
    Crowd grow(int by, byte... saying) throws IOException {
        for (int i = 0; i < by; i++) {
            SocketChannel each = SocketChannel.open();
            open.add(each);
            // little is moved before the forwarder has to hold it
            each.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            each.setOption(StandardSocketOptions.SO_SNDBUF, SMALL_BUFFER);
            each.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + (2 + i % SOURCES)), 0));
            each.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), chain.port()));
            each.configureBlocking(false);
            each.write(ByteBuffer.wrap(saying));
        }
        return this;
    }

    /** On every stream, what the upstream shall do. */
    void ask(char what) throws IOException {
        for (SocketChannel each : open) {
            each.write(ByteBuffer.wrap(new byte[]{(byte) what}));
        }
    }

    /** Sends until nothing is taken any more; gives how much was. */
    long pushAll() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(64 * 1024);
        long pushed = 0;
        for (SocketChannel each : open) {
            for (int written = 1; written > 0; pushed += written) {
                written = each.write(bytes.clear());
            }
        }
        return pushed;
    }

    /** Of how many the forwarder's answer begins so; waits for those that have said nothing, as long as is said. */
    long answeredWith(Duration within, byte... start) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        List<ByteBuffer> answers = new ArrayList<>();
        open.forEach(each -> answers.add(ByteBuffer.allocate(start.length)));
        boolean isWaiting = true;
        while (isWaiting && System.nanoTime() < end) {
            isWaiting = false;
            for (int i = 0; i < open.size(); i++) {
                isWaiting |= reads(open.get(i), answers.get(i));
            }
            TimeUnit.MILLISECONDS.sleep(20); // another process: there is nothing to wait on
        }
        return answers.stream().filter(each -> each.flip().equals(ByteBuffer.wrap(start))).count();
    }

    private static boolean reads(SocketChannel from, ByteBuffer answer) {
        try {
            return answer.hasRemaining() && from.read(answer) >= 0 && answer.hasRemaining();
        } catch (IOException cut) {
            return false;
        }
    }

    /** Half of them with a reset. */
    @Override
    public void close() throws IOException {
        boolean isReset = false;
        for (SocketChannel each : open) {
            isReset = !isReset;
            if (isReset) {
                each.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            each.close();
        }
        open.clear();
    }
}
