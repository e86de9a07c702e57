package org.byway.scoreboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.byway.bench.Pattern;

/**
 * What the sites serve, request after request on a connection: {@code /bytes/N}, {@code /poll/MILLIS},
 * {@code /events/COUNT/MILLIS}, {@code /slow/KILOBYTES/MILLIS}, {@code /quiet} (an upgrade, then every byte comes back) and
 * uploads, which are answered when they are whole.
 */
final class Pages {
    private static final int KILOBYTE = 1024;
    private static final int UNKNOWN_PAGE_BYTES = 64 * KILOBYTE;

    private Pages() {}

    static void serve(InputStream in, OutputStream out) throws IOException {
        for (String head = head(in); !head.isEmpty(); head = head(in)) {
            String[] path = head.split(" ", 3)[1].split("/", -1);
            if (head.startsWith("POST")) {
                Pattern.check(in, length(head));
                send(out, "200 OK\r\nContent-Length: 0");
            } else {
                answer(path, in, out);
            }
        }
    }

    private static void answer(String[] path, InputStream in, OutputStream out) throws IOException {
        switch (path[1]) {
            case "bytes" -> page(out, Integer.parseInt(path[2]));
            case "poll" -> {
                pause(path[2]);
                page(out, 2);
            }
            case "events" -> {
                send(out, "200 OK\r\nContent-Type: text/event-stream");
                repeat(path, () -> out.write("data: 1\n\n".getBytes(StandardCharsets.US_ASCII)));
            }
            case "slow" -> {
                send(out, "200 OK\r\nContent-Length: " + Integer.parseInt(path[2]) * KILOBYTE);
                repeat(path, () -> Pattern.write(out, KILOBYTE));
            }
            case "quiet" -> {
                send(out, "101 Switching Protocols\r\nUpgrade: quiet\r\nConnection: Upgrade");
                in.transferTo(out);
            }
            default -> page(out, UNKNOWN_PAGE_BYTES);
        }
    }

    private interface Piece {
        void send() throws IOException;
    }

    private static void repeat(String[] path, Piece piece) throws IOException {
        for (int count = Integer.parseInt(path[2]); count > 0; count--) {
            pause(path[3]);
            piece.send();
        }
    }

    private static void page(OutputStream out, int bytes) throws IOException {
        send(out, "200 OK\r\nContent-Length: " + bytes);
        Pattern.write(out, bytes);
    }

    private static void send(OutputStream out, String head) throws IOException {
        out.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pause(String millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(Long.parseLong(millis));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static long length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:") + "content-length:".length();
        return Long.parseLong(lower.substring(at, lower.indexOf('\r', at)).strip());
    }

    /** Up to and with the empty line; empty at the end of the stream. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
