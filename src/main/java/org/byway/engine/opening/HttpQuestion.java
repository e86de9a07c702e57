package org.byway.engine.opening;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.byway.net.HttpHead;

/** An HTTP/1.x request that only asks (RFC 9110, section 9.2.1: safe methods), as it lies in a stream. */
final class HttpQuestion {
    private static final List<String> METHODS = List.of("GET ", "HEAD ", "OPTIONS ");
    private static final String VERSION = " HTTP/1.";

    private HttpQuestion() {}

    /** Yes for exactly one, without a body and without a byte after it. */
    static Repeatable judge(ByteBuf stream) {
        if (METHODS.stream().noneMatch(method -> mayBegin(stream, method))) {
            return Repeatable.NO;
        }
        ByteBuf rest = stream.duplicate();
        Optional<HttpHead> head = HttpHead.read(rest);
        return head.map(whole -> judge(whole, rest.isReadable())).orElse(Repeatable.NOT_YET);
    }

    private static Repeatable judge(HttpHead head, boolean hasMore) {
        boolean isAlone = !hasMore && head.startLine().contains(VERSION) && head.header("transfer-encoding").isEmpty()
                && head.header("content-length").orElse("0").equals("0");
        return isAlone ? Repeatable.YES : Repeatable.NO;
    }

    private static boolean mayBegin(ByteBuf stream, String method) {
        int length = Math.min(method.length(), stream.readableBytes());
        return stream.toString(stream.readerIndex(), length, StandardCharsets.US_ASCII)
                .equals(method.substring(0, length));
    }
}
