package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.byway.model.Destination;
import org.byway.model.InvalidValueException;
import org.byway.net.DialException;
import org.byway.net.FlowHandler;

/**
 * The server's side of CONNECT in SOCKS4 and its extension 4a, which carries a name.
 *
 * <pre>
 * +----+----+---------+-------+--------+------+ - - - - - - - +
 * | VN | CD | DSTPORT | DSTIP | USERID | NULL |  NAME | NULL  |
 * +----+----+---------+-------+--------+------+ - - - - - - - +
 *   1    1      2         4    variable   1     variable  1
 * </pre>
 */
final class Socks4RequestHandler extends RequestHandler {
    static final int VERSION = 4;

    private static final int CONNECT = 1;
    private static final int HEADER_BYTES = 8;
    private static final int MAX_TEXT_BYTES = 255;
    private static final int INCOMPLETE = -1;
    private static final int TOO_LONG = -2;

    // CD of the reply
    private static final int GRANTED = 90;
    private static final int REJECTED = 91;

    private final ProxyLogin login;

    Socks4RequestHandler(FlowHandler flows, Duration deadline, ProxyLogin login) {
        super(flows, deadline);
        this.login = login;
    }

    @Override
    void request(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() <= HEADER_BYTES) {
            return;
        }
        int start = in.readerIndex();
        int user = start + HEADER_BYTES;
        int userEnd = endOfText(in, user);
        boolean isNamed = isNamed(in.getInt(start + 4));
        int end = userEnd >= 0 && isNamed ? endOfText(in, userEnd + 1) : userEnd;
        if (end == TOO_LONG) {
            refuse(context, reply(context, REJECTED));
        } else if (end != INCOMPLETE) {
            answer(context, in, isNamed ? text(in, userEnd + 1, end) : dotted(in, start + 4), end + 1);
        }
    }

    /** "Set the first three bytes of DSTIP to NULL and the last byte to a non-zero value." */
    private static boolean isNamed(int address) {
        return address > 0 && address <= 0xff;
    }

    private void answer(ChannelHandlerContext context, ByteBuf in, String host, int end) {
        int command = in.getUnsignedByte(in.readerIndex() + 1);
        int port = in.getUnsignedShort(in.readerIndex() + 2);
        in.readerIndex(end);
        // the user id is no password: where one is set, this protocol cannot show it
        if (command != CONNECT || login.isWanted()) {
            refuse(context, reply(context, REJECTED));
            return;
        }
        Destination to;
        try {
            to = Destination.of(host, port);
        } catch (InvalidValueException notADestination) {
            refuse(context, reply(context, REJECTED));
            return;
        }
        open(context, in, to);
    }

    /** Where the NULL is. */
    private static int endOfText(ByteBuf in, int from) {
        int limit = Math.min(in.writerIndex(), from + MAX_TEXT_BYTES + 1);
        int end = in.indexOf(from, limit, (byte) 0);
        if (end >= 0) {
            return end;
        }
        return in.writerIndex() > from + MAX_TEXT_BYTES ? TOO_LONG : INCOMPLETE;
    }

    private static String text(ByteBuf in, int from, int end) {
        return in.toString(from, end - from, StandardCharsets.UTF_8);
    }

    private static String dotted(ByteBuf in, int at) {
        return in.getUnsignedByte(at) + "." + in.getUnsignedByte(at + 1) + "." + in.getUnsignedByte(at + 2) + "."
                + in.getUnsignedByte(at + 3);
    }

    @Override
    ByteBuf yes(ChannelHandlerContext context) {
        return reply(context, GRANTED);
    }

    @Override
    ByteBuf no(ChannelHandlerContext context, DialException why) {
        return reply(context, REJECTED);
    }

    /** VN (which is 0 in a reply), CD, and port and address, which a program ignores after CONNECT. */
    private static ByteBuf reply(ChannelHandlerContext context, int code) {
        return context.alloc().buffer(8).writeByte(0).writeByte(code).writeShort(0).writeInt(0);
    }
}
