package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.net.DialException;
import org.byway.net.HttpHead;

/** The server's side of HTTP CONNECT (RFC 9110, section 9.3.6); leaves every other method to plain HTTP. */
final class HttpRequestHandler extends RequestHandler {
    private static final int MAX_LINE_BYTES = 8 * 1024;

    HttpRequestHandler(Reception reception) {
        super(reception);
    }

    @Override
    void request(ChannelHandlerContext context, ByteBuf in) {
        int start = in.readerIndex();
        try {
            HttpHead.read(in).ifPresent(head -> {
                if (head.startLine().startsWith("CONNECT ")) {
                    answer(context, in, head);
                } else if (reception.isFull()) {
                    refuse(context, Refusal.CROWDED);
                } else {
                    in.readerIndex(start);
                    PlainHttpHandler.install(context.pipeline(), reception);
                    context.pipeline().remove(this);
                }
            });
        } catch (HttpHead.TooLargeException tooLarge) {
            refuse(context, Refusal.HEAD_TOO_LARGE);
        }
    }

    /** RFC 9112, section 3: request-line = method SP request-target SP HTTP-version. */
    private void answer(ChannelHandlerContext context, ByteBuf in, HttpHead head) {
        String[] parts = head.startLine().split(" ", -1);
        if (head.startLine().length() > MAX_LINE_BYTES) {
            refuse(context, Refusal.LINE_TOO_LONG);
        } else if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            refuse(context, Refusal.BAD_REQUEST);
        } else if (!reception.login().acceptsBasic(head.header("Proxy-Authorization").orElse(null))) {
            // the program may show it on the same connection
            context.writeAndFlush(Refusal.LOGIN_WANTED.bytes());
        } else {
            connect(context, in, parts[1]);
        }
    }

    /** RFC 9112, section 3.2.3: authority-form = uri-host ":" port. */
    private void connect(ChannelHandlerContext context, ByteBuf in, String authority) {
        Destination to;
        try {
            to = new Destination(HostPort.parse(authority));
        } catch (InvalidValueException notADestination) {
            refuse(context, Refusal.BAD_AUTHORITY);
            return;
        }
        open(context, in, to);
    }

    private void refuse(ChannelHandlerContext context, Refusal why) {
        refuse(context, why.last().bytes(), why.sentence());
    }

    @Override
    ByteBuf full(ChannelHandlerContext context) {
        return Refusal.CROWDED.bytes();
    }

    /** No length: RFC 9110, section 9.3.6, "A server MUST NOT send any Transfer-Encoding or Content-Length". */
    @Override
    ByteBuf yes(ChannelHandlerContext context) {
        return ByteBufUtil.writeAscii(context.alloc(), "HTTP/1.1 200 Connection established\r\n\r\n");
    }

    @Override
    ByteBuf no(ChannelHandlerContext context, DialException why) {
        return Refusal.of(why).last().bytes();
    }
}
