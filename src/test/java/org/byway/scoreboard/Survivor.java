package org.byway.scoreboard;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.byway.bench.Pattern;

/** Ordinary traffic that looks a little like a fault and must never be cut; each lasts about as long as it is told to. */
enum Survivor {
    LONG_POLL {
        @Override
        void live(Browser.Page page, Duration time) throws IOException {
            get(page, "/poll/" + time.toMillis());
            Pattern.check(page.in(), 2);
        }
    },
    SERVER_SENT_EVENTS {
        @Override
        void live(Browser.Page page, Duration time) throws IOException {
            get(page, "/events/" + BEATS + "/" + time.toMillis() / BEATS);
            Pattern.exactly(page.in(), BEATS * "data: 1\n\n".length());
        }
    },
    QUIET_WEBSOCKET {
        @Override
        void live(Browser.Page page, Duration time) throws IOException {
            get(page, "/quiet");
            echo(page);
            idle(time);
            echo(page);
        }
    },
    UPLOAD {
        @Override
        void live(Browser.Page page, Duration time) throws IOException {
            long pieces = time.toMillis() / PIECE_EVERY.toMillis();
            page.ask("POST /upload HTTP/1.1\r\nHost: site\r\nContent-Length: " + pieces * PIECE_BYTES + "\r\n\r\n");
            for (long i = 0; i < pieces; i++) {
                Pattern.write(page.out());
                idle(PIECE_EVERY);
            }
            page.readHead(page.in().read());
        }
    },
    PAGE_OF_16_KB_ON_KEEP_ALIVE {
        @Override
        void live(Browser.Page page, Duration time) throws IOException {
            sixteen(page);
            idle(time);
            sixteen(page);
        }
    },
    SLOW_DOWNLOAD {
        @Override
        void live(Browser.Page page, Duration time) throws IOException {
            long kilobytes = time.toMillis() / PIECE_EVERY.toMillis();
            get(page, "/slow/" + kilobytes + "/" + PIECE_EVERY.toMillis());
            for (long i = 0; i < kilobytes; i++) {
                Pattern.exactly(page.in(), 1024);
            }
        }
    };

    private static final int BEATS = 4;
    private static final Duration PIECE_EVERY = Duration.ofMillis(100);
    private static final int PIECE_BYTES = 256 * 1024;
    private static final int SIXTEEN_KB = 16 * 1024;

    /** Fails where the connection is cut. */
    abstract void live(Browser.Page page, Duration time) throws IOException;

    private static void get(Browser.Page page, String path) throws IOException {
        page.ask("GET " + path + " HTTP/1.1\r\nHost: site\r\n\r\n");
        page.readHead(page.in().read());
    }

    /** Sixteen kilobytes with the head. */
    private static void sixteen(Browser.Page page) throws IOException {
        int head = "HTTP/1.1 200 OK\r\nContent-Length: 12345\r\n\r\n".length();
        get(page, "/bytes/" + (SIXTEEN_KB - head));
        Pattern.check(page.in(), SIXTEEN_KB - head);
    }

    private static void echo(Browser.Page page) throws IOException {
        page.out().write('?');
        if (page.in().read() != '?') {
            throw new IOException("cut");
        }
    }

    private static void idle(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
