package org.byway.net;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an HTTP/1.x message, for CONNECT only: the start line and its header lines (RFC 9112, section 2.1).
 *
 * @param lines the start line, then the header lines, without their line ends
 */
public record HttpHead(List<String> lines) {
    /** The largest head that is read, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    /**
     * Reads a head up to and with its empty line; absent while it is not wholly there. RFC 9112, section 2.2: "a
     * recipient MAY recognize a single LF as a line terminator".
     *
     * @throws TooLargeException where the head is longer than {@link #MAX_BYTES}
     */
    public static Optional<HttpHead> read(ByteBuf in) {
        int end = endOfHead(in);
        if (end < 0) {
            if (in.readableBytes() > MAX_BYTES) {
                throw new TooLargeException();
            }
            return Optional.empty();
        }
        String text = in.readString(end - in.readerIndex(), StandardCharsets.ISO_8859_1);
        return Optional.of(new HttpHead(text.lines().toList()));
    }

    public String startLine() {
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    /** The value of the first header of this name, in any case. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return lines.stream().skip(1).filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start)).findFirst()
                .map(line -> line.substring(start.length()).strip());
    }

    /** The index just after the empty line, or -1. */
    private static int endOfHead(ByteBuf in) {
        int from = in.readerIndex();
        int limit = Math.min(in.writerIndex(), from + MAX_BYTES);
        while (from < limit) {
            int lineEnd = in.indexOf(from, limit, (byte) '\n');
            if (lineEnd < 0) {
                return -1;
            }
            int length = lineEnd - from;
            boolean isEmpty = length == 0 || (length == 1 && in.getByte(from) == '\r');
            if (isEmpty && from > in.readerIndex()) {
                return lineEnd + 1;
            }
            from = lineEnd + 1;
        }
        return -1;
    }

    /** The head has no end within the limit. */
    public static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
