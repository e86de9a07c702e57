package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import org.byway.model.Destination;
import org.byway.model.InvalidValueException;
import org.byway.net.DialException;

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

    Socks4RequestHandler(Reception reception) {
        super(reception);
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
            refuse(context, "a user or a name without end");
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
        if (command != CONNECT) {
            refuse(context, "SOCKS4 command " + command + " is not served");
        } else if (reception.login().isWanted()) {
            // the user id is no password
            refuse(context, "SOCKS4 cannot show the password that is set");
        } else {
            connect(context, in, host, port);
        }
    }

    private void connect(ChannelHandlerContext context, ByteBuf in, String host, int port) {
        Destination to;
        try {
            to = Destination.of(host, port);
        } catch (InvalidValueException notADestination) {
            refuse(context, "what it asked for cannot be a destination");
            return;
        }
        open(context, in, to);
    }

    private void refuse(ChannelHandlerContext context, String why) {
        refuse(context, reply(context, REJECTED), why);
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
