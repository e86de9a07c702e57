package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import org.byway.net.Blame;
import org.byway.net.DialException;

/**
 * An answer of HTTP that the proxy gives by itself: a status and a sentence for a person.
 *
 * @param detail for whoever gives support, possibly empty
 * @param isLast whether nothing is served on the connection after it
 */
record Refusal(HttpResponseStatus status, String sentence, String detail, boolean isLast) {
    static final Refusal BAD_REQUEST = of(400, "Not a request of HTTP/1.1.").last();
    static final Refusal BAD_AUTHORITY = of(400, "CONNECT needs a host and a port.");
    static final Refusal BAD_TARGET = of(400,
            "This is a proxy: it takes requests for http://host/path, and CONNECT for everything else.");
    static final Refusal HTTPS_TARGET = of(400, "For https:// addresses a program has to ask with CONNECT.");
    static final Refusal CONNECT_TOO_LATE = of(400, "CONNECT needs a connection of its own.");
    static final Refusal AMBIGUOUS_LENGTH = of(400, "It is not clear where the request ends.").last();
    static final Refusal LOGIN_WANTED = of(407, "This proxy wants a user name and a password.");
    static final Refusal LINE_TOO_LONG = of(414, "The address is too long.").last();
    static final Refusal HEAD_TOO_LARGE = of(431, "The request is too large.").last();
    static final Refusal UNKNOWN_CODING = of(501, "The only transfer coding that is taken here is chunked.").last();
    static final Refusal ORIGIN_DIED = of(502, "The site closed the connection without an answer.");
    static final Refusal BAD_ANSWER = of(502, "The site answered with something that is not HTTP.");
    static final Refusal CROWDED = of(503, "Too many connections are open through this proxy.").last();
    static final Refusal OTHER_VERSION = of(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.").last();

    private static Refusal of(int code, String sentence) {
        return new Refusal(HttpResponseStatus.valueOf(code), sentence, "", false);
    }

    static Refusal of(DialException why) {
        return of(status(why), sentence(why)).with(why);
    }

    /** For a request that could not be read. */
    static Refusal of(Throwable unreadable) {
        return switch (unreadable) {
            case TooLongHttpLineException line -> LINE_TOO_LONG;
            case TooLongHttpHeaderException head -> HEAD_TOO_LARGE;
            default -> BAD_REQUEST;
        };
    }

    private static int status(DialException why) {
        return switch (why.fault()) {
            case SILENT -> 504;
            case LOCAL -> 503;
            case FORBIDDEN -> why.blame() == Blame.DESTINATION ? 403 : 502;
            default -> 502;
        };
    }

    private static String sentence(DialException why) {
        return switch (why.fault()) {
            case SILENT -> "Nothing answered in time.";
            case LOCAL -> "This computer could not open the connection.";
            case NO_UPSTREAM -> "Byway has no server to go through: import some first.";
            case FORBIDDEN -> why.blame() == Blame.DESTINATION
                    ? "The servers do not serve this address."
                    : "The server in use refused to serve this request.";
            default -> why.blame() == Blame.DESTINATION
                    ? "The site could not be reached, says the server in use."
                    : "No server could reach this site.";
        };
    }

    private Refusal with(DialException why) {
        String words = "Stage: " + why.stage() + ". What was seen: " + why.fault() + ". Whose fault: " + why.blame()
                + ".";
        return new Refusal(status, sentence, words.replace('_', ' '), isLast);
    }

    /** The same, after which nothing is served. */
    Refusal last() {
        return new Refusal(status, sentence, detail, true);
    }

    FullHttpResponse response() {
        ByteBuf body = Unpooled.copiedBuffer(sentence + "\n" + (detail.isEmpty() ? "" : detail + "\n"),
                StandardCharsets.US_ASCII);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain").set(HttpHeaderNames.CONTENT_LENGTH,
                body.readableBytes());
        if (status.equals(HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED)) {
            response.headers().set(HttpHeaderNames.PROXY_AUTHENTICATE, "Basic realm=\"Byway\"");
        }
        if (isLast) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    /** The same as bytes, where no codec is installed. */
    ByteBuf bytes() {
        FullHttpResponse response = response();
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        response.headers().forEach(it -> head.append(it.getKey()).append(": ").append(it.getValue()).append("\r\n"));
        return Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(head.append("\r\n").toString(), StandardCharsets.US_ASCII), response.content());
    }
}
