package org.byway.inbound;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Set;

/** One request of a program and how far it has come. */
final class Exchange {
    /** RFC 9110, section 9.2.2: those that may be sent again, of the methods that programs use. */
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final HttpRequest request;
    private final boolean isOld;
    private final boolean isUpgrade;
    private boolean isRead;
    private boolean hasBody;
    private boolean isAnswered;
    private boolean isRefused;
    private boolean isLast;

    Exchange(HttpRequest request) {
        this.request = request;
        isOld = !request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        isUpgrade = request.headers().contains(HttpHeaderNames.UPGRADE);
        isLast = isOld || !HttpUtil.isKeepAlive(request) || request.headers()
                .containsValue("proxy-connection", HttpHeaderValues.CLOSE, true);
    }

    HttpRequest request() {
        return request;
    }

    /** Whether the program speaks HTTP/1.0. */
    boolean isOld() {
        return isOld;
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    /** Whether what follows the request may turn out not to be HTTP. */
    boolean isUpgrade() {
        return isUpgrade;
    }

    boolean isRead() {
        return isRead;
    }

    /** Whether the proxy itself has answered. */
    boolean isRefused() {
        return isRefused;
    }

    /** Nothing is served on the connection after this. */
    boolean isLast() {
        return isLast;
    }

    /** Nothing is left to do: the rest of a last request is not waited for. */
    boolean isDone() {
        return isAnswered && (isRead || isLast);
    }

    /** Rewrites the request as its origin has to see it (RFC 9112, section 3.2.1). */
    void rewriteFor(AbsoluteTarget target) {
        HttpHeaders headers = request.headers();
        HopByHop.remove(headers);
        headers.set(HttpHeaderNames.HOST, target.authority());
        if (isLast && !isOld && !isUpgrade) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        request.setUri(target.originFor(request.method().name()));
    }

    void readPart(HttpContent part) {
        hasBody |= part.content().isReadable();
        isRead = part instanceof LastHttpContent;
    }

    void becomeLast() {
        isLast = true;
    }

    void answered() {
        isAnswered = true;
    }

    /** The rest of the request is read and dropped, unless the program waits for a word before it sends it. */
    void refused(Refusal why) {
        isRefused = true;
        isAnswered = true;
        isLast |= why.isLast() || (!isRead && HttpUtil.is100ContinueExpected(request));
    }

    /** RFC 9112, section 9.3.1: whether it may be sent again where the origin closed a kept connection meanwhile. */
    boolean mayBeSentAgain() {
        return isRead && !hasBody && IDEMPOTENT.contains(request.method());
    }
}
