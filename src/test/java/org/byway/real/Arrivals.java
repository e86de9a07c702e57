package org.byway.real;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.byway.bench.Chain;
import org.byway.bench.LoadServer;
import org.byway.bench.Pattern;
import org.byway.bench.Stream;
import org.byway.model.HostPort;

/**
 * A program that moves bytes all the time and prints when they came again after a pause, in nanoseconds of the system's
 * monotonic clock. Arguments: where SOCKS5 is spoken, the load server, {@code down} or {@code up}.
 */
final class Arrivals {
    private static final long PAUSE = Duration.ofMillis(700).toNanos();

    private Arrivals() {}

    public static void main(String[] args) throws IOException {
        Chain chain = new Chain("measured", HostPort.parse(args[0]), ProcessHandle.current(), HostPort.parse(args[1]));
        boolean isUp = args[2].equals("up");
        try (Stream stream = Stream.through(chain, isUp ? LoadServer.CONFIRM : LoadServer.SEND)) {
            if (isUp) {
                Thread.ofVirtual().start(() -> fill(stream));
            }
            watch(stream.in());
        }
    }

    private static void fill(Stream stream) {
        try {
            while (true) {
                Pattern.write(stream.out());
            }
        } catch (IOException over) {
            System.out.println("ended " + over.getMessage());
        }
    }

    private static void watch(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        System.out.println("begun");
        long last = System.nanoTime();
        while (in.read(buffer) >= 0) {
            long now = System.nanoTime();
            if (now - last > PAUSE) {
                System.out.println("again " + now);
            }
            last = now;
        }
        System.out.println("ended");
    }
}
