package org.byway.protocol.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.endpoint.Login;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Handshake;
import org.byway.net.HttpHead;
import org.byway.net.Stage;

/** The client's side of HTTP CONNECT (RFC 9110, section 9.3.6), with Basic login (RFC 7617). */
final class HttpConnectHandshake extends Handshake {
    private static final String VERSION = "HTTP/1.";

    private final Destination to;
    private final Optional<Login> login;

    HttpConnectHandshake(Destination to, Optional<Login> login, Duration deadline) {
        super(deadline);
        this.to = to;
        this.login = login;
    }

    @Override
    protected void begin(ChannelHandlerContext context) {
        enter(Stage.REQUEST);
        StringBuilder head = new StringBuilder("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n");
        login.ifPresent(it -> head.append("Proxy-Authorization: Basic ").append(basic(it)).append("\r\n"));
        context.writeAndFlush(ByteBufUtil.writeUtf8(context.alloc(), head.append("\r\n")));
    }

    private static String basic(Login login) {
        String pair = login.user() + ":" + login.password().reveal();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void answer(ChannelHandlerContext context, ByteBuf in) {
        if (!beginsLikeAnAnswer(in)) {
            fail(context, Blame.UPSTREAM, Fault.GARBAGE);
            return;
        }
        HttpHead.read(in).ifPresent(head -> {
            int status = status(head.startLine());
            if (status / 100 == 2) {
                succeed(context, in);
            } else if (status / 100 != 1) { // RFC 9110, section 15.2: an interim response, the final one follows
                refuse(context, status);
            }
        });
    }

    /** What speaks another protocol is known by its first bytes, long before an empty line that never comes. */
    private static boolean beginsLikeAnAnswer(ByteBuf in) {
        int known = Math.min(in.readableBytes(), VERSION.length());
        return in.toString(in.readerIndex(), known, StandardCharsets.ISO_8859_1).equals(VERSION.substring(0, known));
    }

    private void refuse(ChannelHandlerContext context, int status) {
        switch (status) {
            case 0 -> fail(context, Blame.UPSTREAM, Fault.GARBAGE);
            case 401, 407 -> {
                enter(Stage.AUTHENTICATE);
                fail(context, Blame.UPSTREAM, login.isPresent() ? Fault.WRONG_LOGIN : Fault.LOGIN_NEEDED);
            }
            case 403, 405 -> fail(context, Blame.DESTINATION, Fault.FORBIDDEN);
            case 502, 503 -> fail(context, Blame.DESTINATION, Fault.UNREACHABLE);
            case 504 -> fail(context, Blame.DESTINATION, Fault.SILENT);
            default -> fail(context, Blame.UNKNOWN, Fault.GENERAL_FAILURE);
        }
    }

    /** RFC 9112, section 4: status-line = HTTP-version SP status-code SP [ reason-phrase ]; 0 where it is none. */
    private static int status(String line) {
        boolean isStatusLine = line.matches("HTTP/1\\.[0-9] [1-5][0-9]{2}( .*)?");
        return isStatusLine ? Integer.parseInt(line.substring(9, 12)) : 0;
    }
}
