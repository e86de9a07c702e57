package org.byway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** Passes the origin's answer to one request on to the program, rewriting its heads. */
final class Answering {
    /** What a part was. */
    enum Progress {
        MORE_FOLLOWS, ENDED, UPGRADED, NOT_AN_ANSWER
    }

    private final Exchange exchange;
    private final ChannelHandlerContext program;
    private boolean isInterim;
    private boolean isUpgraded;
    private boolean isBegun;
    private boolean originStays;

    Answering(Exchange exchange, ChannelHandlerContext program) {
        this.exchange = exchange;
        this.program = program;
    }

    /** Whether the program has seen something of the final answer, which cannot be taken back. */
    boolean isBegun() {
        return isBegun;
    }

    /** Whether the origin serves another request after this answer. */
    boolean originStays() {
        return originStays;
    }

    /** Takes the part over. */
    Progress pass(HttpObject part) {
        return part instanceof HttpResponse head ? passHead(head) : passBody((HttpContent) part);
    }

    /** RFC 9110, section 15.2: "A proxy MUST forward 1xx responses", but not to a program of HTTP/1.0. */
    private Progress passHead(HttpResponse head) {
        isUpgraded = head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        isInterim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL && !isUpgraded;
        if (isUpgraded && !exchange.isUpgrade()) {
            return Progress.NOT_AN_ANSWER;
        }
        boolean isKept = HttpUtil.isKeepAlive(head);
        HopByHop.remove(head.headers());
        head.setProtocolVersion(HttpVersion.HTTP_1_1);
        if (!isInterim && !isUpgraded) {
            frame(head, isKept);
        }
        if (!isInterim || !exchange.isOld()) {
            program.write(head);
        }
        return Progress.MORE_FOLLOWS;
    }

    private void frame(HttpResponse head, boolean isKept) {
        boolean isDelimited = isDelimited(head);
        isBegun = true;
        originStays = isKept && isDelimited && exchange.isRead();
        if (exchange.isOld()) {
            // RFC 9112, section 6.1: such a program knows no chunks; its answer ends with the connection
            head.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
        }
        if (!isDelimited || !exchange.isRead()) {
            exchange.becomeLast();
        }
        if (exchange.isLast()) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    /** RFC 9112, section 6.3: whether the answer tells where it ends, other than by closing. */
    private boolean isDelimited(HttpResponse head) {
        int code = head.status().code();
        return exchange.isHead() || code == 204 || code == 304 || HttpUtil.isContentLengthSet(head)
                || HttpUtil.isTransferEncodingChunked(head);
    }

    private Progress passBody(HttpContent part) {
        if (isInterim && exchange.isOld()) {
            part.release();
        } else {
            program.write(part);
        }
        if (!(part instanceof LastHttpContent)) {
            return Progress.MORE_FOLLOWS;
        }
        if (isInterim) {
            isInterim = false;
            return Progress.MORE_FOLLOWS;
        }
        return isUpgraded ? Progress.UPGRADED : Progress.ENDED;
    }
}
