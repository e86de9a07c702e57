package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.FlowHandler;
import org.byway.net.HttpHead;

/** The server's side of HTTP CONNECT (RFC 9110, section 9.3.6). */
final class HttpRequestHandler extends RequestHandler {
    HttpRequestHandler(FlowHandler flows, Duration deadline) {
        super(flows, deadline);
    }

    @Override
    void request(ChannelHandlerContext context, ByteBuf in) {
        try {
            HttpHead.read(in).ifPresent(head -> answer(context, in, head.startLine()));
        } catch (HttpHead.TooLargeException tooLarge) {
            refuse(context, response(context, "431 Request Header Fields Too Large", "The request is too large."));
        }
    }

    /** RFC 9112, section 3: request-line = method SP request-target SP HTTP-version. */
    private void answer(ChannelHandlerContext context, ByteBuf in, String requestLine) {
        String[] parts = requestLine.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            refuse(context, response(context, "400 Bad Request", "Not a request of HTTP/1.1."));
        } else if (!parts[0].equals("CONNECT")) {
            refuse(context, response(context, "501 Not Implemented",
                    "Byway carries HTTPS (CONNECT) here; for plain HTTP set this program to SOCKS5."));
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
            refuse(context, response(context, "400 Bad Request", "CONNECT needs a host and a port."));
            return;
        }
        open(context, in, to);
    }

    /** No length: RFC 9110, section 9.3.6, "A server MUST NOT send any Transfer-Encoding or Content-Length". */
    @Override
    ByteBuf yes(ChannelHandlerContext context) {
        return ByteBufUtil.writeAscii(context.alloc(), "HTTP/1.1 200 Connection established\r\n\r\n");
    }

    @Override
    ByteBuf no(ChannelHandlerContext context, DialException why) {
        if (why.fault() == Fault.SILENT) {
            return response(context, "504 Gateway Timeout", "Nothing answered in time.");
        }
        if (why.fault() == Fault.FORBIDDEN && why.blame() == Blame.DESTINATION) {
            return response(context, "403 Forbidden", "The proxy does not serve this address.");
        }
        if (why.fault() == Fault.NO_UPSTREAM) {
            return response(context, "502 Bad Gateway", "Byway has no server to go through: import some first.");
        }
        return response(context, "502 Bad Gateway", "No server could reach this address.");
    }

    private static ByteBuf response(ChannelHandlerContext context, String status, String sentence) {
        String body = sentence + "\n";
        return ByteBufUtil.writeAscii(context.alloc(), "HTTP/1.1 " + status
                + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n"
                + body);
    }
}
