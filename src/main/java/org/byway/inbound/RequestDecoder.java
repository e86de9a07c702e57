package org.byway.inbound;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import org.byway.net.HttpHead;

/** Decodes a program's requests; knows of each whether every other reader would find its end at the same place. */
final class RequestDecoder extends HttpRequestDecoder {
    private static final int MAX_LINE_BYTES = 8 * 1024;
    private static final int MAX_PART_BYTES = 64 * 1024;

    RequestDecoder() {
        super(limits());
    }

    /** What heads and parts may measure, in either direction. */
    static HttpDecoderConfig limits() {
        return new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE_BYTES).setMaxHeaderSize(HttpHead.MAX_BYTES)
                .setMaxChunkSize(MAX_PART_BYTES);
    }

    /** RFC 9112, section 6.3: "Such a message might indicate an attempt to perform request smuggling". */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }

    /** RFC 9112, section 6.1: what makes the length of a readable request unclear, or a coding that is not known here. */
    static Optional<Refusal> problem(HttpRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (request.protocolVersion().majorVersion() != 1) {
            return Optional.of(Refusal.OTHER_VERSION);
        }
        boolean isOld = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (!codings.isEmpty() && (isOld || request.headers().contains(HttpHeaderNames.CONTENT_LENGTH))) {
            return Optional.of(Refusal.AMBIGUOUS_LENGTH);
        }
        boolean isKnown = codings.isEmpty()
                || (codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()));
        return isKnown ? Optional.empty() : Optional.of(Refusal.UNKNOWN_CODING);
    }
}
