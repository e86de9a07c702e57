package org.byway.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.byway.bench.Pattern;
import org.byway.bench.WrongBytesException;

/** Both ends of plain HTTP: pages of known bytes, with a length or in chunks, and bodies that are checked. */
final class HttpSite {
    /** In bytes, one block of the pattern. */
    static final int LARGEST = 256 * 1024;
    private static final byte[] PAGE = page();

    private HttpSite() {}

    /** Serves requests until the client ends: {@code GET /bytes}, {@code GET /bytes/chunked}, {@code POST /}. */
    static void serve(int first, InputStream in, OutputStream out) throws IOException {
        String begun = Character.toString(first);
        while (true) {
            String head = begun + Opening.head(in);
            String[] path = head.split(" ", 3)[1].split("/", -1);
            if (head.startsWith("POST")) {
                byte[] body = body(head, in);
                check(body, body.length);
                send(out, "Content-Length: 2\r\n\r\nok");
            } else {
                int bytes = Integer.parseInt(path[1]);
                if (path.length > 2) {
                    send(out, "Transfer-Encoding: chunked\r\n\r\n");
                    writeChunked(out, bytes);
                } else {
                    send(out, "Content-Length: " + bytes + "\r\n\r\n");
                    out.write(PAGE, 0, bytes);
                }
            }
            int next = in.read();
            if (next < 0) {
                return;
            }
            begun = Character.toString(next);
        }
    }

    /** Asks for a page on a connection to the forwarder and checks it. */
    static void get(InputStream in, OutputStream out, String host, int bytes, boolean isChunked) throws IOException {
        out.write(("GET http://" + host + "/" + bytes + (isChunked ? "/chunked" : "") + " HTTP/1.1\r\nHost: " + host
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        check(answer(in), bytes);
    }

    static void post(InputStream in, OutputStream out, String host, int bytes) throws IOException {
        out.write(("POST http://" + host + "/ HTTP/1.1\r\nHost: " + host
                + "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        writeChunked(out, bytes);
        answer(in);
    }

    private static byte[] answer(InputStream in) throws IOException {
        String head = Opening.head(in);
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("answered " + head.lines().findFirst().orElse(""));
        }
        return body(head, in);
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        int length = lower.indexOf("content-length:");
        if (length >= 0) {
            return Pattern.exactly(in,
                    Integer.parseInt(lower.substring(length + 15, lower.indexOf('\r', length)).strip()));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            body.write(Pattern.exactly(in, size));
            line(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append((char) Pattern.exactly(in, 1)[0]);
        }
        return line.toString().strip();
    }

    private static void writeChunked(OutputStream out, int bytes) throws IOException {
        for (int at = 0; at < bytes;) {
            int size = Math.min(bytes - at, 1 + at * 3 + 777);
            out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(PAGE, at, size);
            out.write(new byte[]{'\r', '\n'});
            at += size;
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(OutputStream out, String headersAndMore) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\n" + headersAndMore).getBytes(StandardCharsets.US_ASCII));
    }

    private static void check(byte[] body, int bytes) throws IOException {
        Pattern.Checker checker = new Pattern.Checker();
        InputStream in = new ByteArrayInputStream(body);
        while (checker.read(in)) {
            // goes on to the end
        }
        if (checker.count() != bytes) {
            throw new WrongBytesException(checker.count() + " of " + bytes + " bytes came");
        }
    }

    private static byte[] page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            Pattern.write(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page.toByteArray();
    }
}
