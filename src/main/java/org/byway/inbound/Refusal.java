package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
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
import org.byway.net.Fault;

/** An answer of HTTP that the proxy gives by itself: a status and a sentence for a person. */
record Refusal(HttpResponseStatus status, String sentence) {
    static final Refusal BAD_REQUEST = of(400, "Not a request of HTTP/1.1.");
    static final Refusal BAD_AUTHORITY = of(400, "CONNECT needs a host and a port.");
    static final Refusal BAD_TARGET = of(400,
            "This is a proxy: it takes requests for http://host/path, and CONNECT for everything else.");
    static final Refusal HTTPS_TARGET = of(400, "For https:// addresses a program has to ask with CONNECT.");
    static final Refusal CONNECT_TOO_LATE = of(400, "CONNECT needs a connection of its own.");
    static final Refusal LOGIN_WANTED = of(407, "This proxy wants a user name and a password.");
    static final Refusal LINE_TOO_LONG = of(414, "The address is too long.");
    static final Refusal HEAD_TOO_LARGE = of(431, "The request is too large.");
    static final Refusal ORIGIN_DIED = of(502, "The site closed the connection without an answer.");
    static final Refusal CROWDED = of(503, "Too many connections are open through this proxy.");

    private static final String REALM = "Basic realm=\"Byway\"";

    private static Refusal of(int code, String sentence) {
        return new Refusal(HttpResponseStatus.valueOf(code), sentence);
    }

    static Refusal of(DialException why) {
        if (why.fault() == Fault.SILENT) {
            return of(504, "Nothing answered in time.");
        }
        if (why.fault() == Fault.FORBIDDEN && why.blame() == Blame.DESTINATION) {
            return of(403, "The proxy does not serve this address.");
        }
        if (why.fault() == Fault.NO_UPSTREAM) {
            return of(502, "Byway has no server to go through: import some first.");
        }
        return of(502, "No server could reach this address.");
    }

    /** For a request that could not be read. */
    static Refusal of(Throwable unreadable) {
        return switch (unreadable) {
            case TooLongHttpLineException line -> LINE_TOO_LONG;
            case TooLongHttpHeaderException head -> HEAD_TOO_LARGE;
            default -> BAD_REQUEST;
        };
    }

    FullHttpResponse response(boolean isLast) {
        ByteBuf body = Unpooled.copiedBuffer(sentence + "\n", StandardCharsets.US_ASCII);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain").set(HttpHeaderNames.CONTENT_LENGTH,
                body.readableBytes());
        if (status.equals(HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED)) {
            response.headers().set(HttpHeaderNames.PROXY_AUTHENTICATE, REALM);
        }
        if (isLast) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    /** The same as bytes, where no codec is installed. */
    ByteBuf bytes(ByteBufAllocator buffers, boolean isLast) {
        boolean wantsLogin = status.equals(HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED);
        String body = sentence + "\n";
        return ByteBufUtil.writeAscii(buffers,
                "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n"
                        + (wantsLogin ? "Proxy-Authenticate: " + REALM + "\r\n" : "")
                        + (isLast ? "Connection: close\r\n" : "") + "\r\n" + body);
    }
}
