package org.byway.inbound;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Encodes answers to a program, knowing what was asked: an answer to HEAD has no body, whatever its head says. */
final class AnswerEncoder extends HttpResponseEncoder {
    private HttpMethod method = HttpMethod.GET;

    void answering(HttpMethod asked) {
        method = asked;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return method.equals(HttpMethod.HEAD) || response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)
                || super.isContentAlwaysEmpty(response);
    }
}
