package org.byway.inbound;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.Set;
import org.byway.model.Destination;
import org.jspecify.annotations.Nullable;

/** One request of a program and how far it and its answer have come. */
final class Exchange {
    /** RFC 9110, section 9.2.2: those that may be sent again, of the methods that programs use. */
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    final HttpRequest request;
    final boolean isUpgrade;
    final boolean isOld;
    @Nullable
    Destination to;
    boolean isRequestRead;
    boolean hasBody;
    boolean isOnKeptOrigin;
    boolean isRefused;
    boolean isInterim;
    boolean isAnswerBegun;
    boolean isAnswered;
    boolean isUpgraded;
    boolean originStays;
    /** Nothing is served on the connection after this. */
    boolean isLast;

    Exchange(HttpRequest request) {
        this.request = request;
        isOld = !request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        isUpgrade = request.headers().contains(HttpHeaderNames.UPGRADE);
        isLast = isOld || !HttpUtil.isKeepAlive(request) || request.headers()
                .containsValue("proxy-connection", HttpHeaderValues.CLOSE, true);
    }

    /** RFC 9112, section 9.3.1: a request on a kept connection that the origin closed meanwhile may be sent again. */
    Optional<Destination> mayBeSentAgain() {
        boolean isHarmless = isRequestRead && !hasBody && !isAnswerBegun && IDEMPOTENT.contains(request.method());
        return isOnKeptOrigin && isHarmless ? Optional.ofNullable(to) : Optional.empty();
    }

    /** RFC 9112, section 6.3: whether the answer tells where it ends, other than by closing. */
    boolean isDelimited(HttpResponse response) {
        int code = response.status().code();
        return request.method().equals(HttpMethod.HEAD) || code == 204 || code == 304
                || HttpUtil.isContentLengthSet(response) || HttpUtil.isTransferEncodingChunked(response);
    }
}
