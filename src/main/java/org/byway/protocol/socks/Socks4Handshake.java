package org.byway.protocol.socks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.Secret;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Handshake;
import org.byway.net.Stage;

/**
 * The client's side of SOCKS4 CONNECT, with the extension 4A for names (Y. Lee, "SOCKS: A protocol for TCP proxy across
 * firewalls" and "SOCKS 4A"):
 *
 * <pre>
 * +----+----+---------+-------+-----------+------+ +-----------+------+
 * | VN | CD | DSTPORT | DSTIP |  USERID   | NULL | |   NAME    | NULL |
 * +----+----+---------+-------+-----------+------+ +-----------+------+
 * |  1 |  1 |    2    |   4   | variable  |  1   | | variable  |  1   |
 * +----+----+---------+-------+-----------+------+ +-----------+------+
 * </pre>
 */
final class Socks4Handshake extends Handshake {
    private static final int VERSION = 4;
    private static final int CONNECT = 1;
    /** 4A: "the IP address 0.0.0.x, with x nonzero", says that a name follows. */
    private static final int NAME_FOLLOWS = 0x00000001;
    private static final int REPLY_BYTES = 8;
    private static final int GRANTED = 90;

    private final Destination to;
    private final Optional<Secret> userId;

    Socks4Handshake(Destination to, Optional<Secret> userId, Duration deadline) {
        super(deadline);
        this.to = to;
        this.userId = userId;
    }

    @Override
    protected void begin(ChannelHandlerContext context) {
        enter(Stage.REQUEST);
        ByteBuf request = context.alloc().buffer().writeByte(VERSION).writeByte(CONNECT).writeShort(to.port());
        boolean isAddress = to.address().isAddress();
        if (isAddress) {
            request.writeBytes(InetAddress.ofLiteral(to.host()).getAddress());
        } else {
            request.writeInt(NAME_FOLLOWS);
        }
        userId.ifPresent(it -> ByteBufUtil.writeUtf8(request, it.reveal()));
        request.writeByte(0);
        if (!isAddress) {
            ByteBufUtil.writeAscii(request, to.host());
            request.writeByte(0);
        }
        context.writeAndFlush(request);
    }

    /** VN, which is 0 in a reply, CD, and six bytes of which nothing is used. */
    @Override
    protected void answer(ChannelHandlerContext context, ByteBuf in) {
        if (in.getByte(in.readerIndex()) != 0) {
            fail(context, Blame.UPSTREAM, Fault.GARBAGE);
            return;
        }
        if (in.readableBytes() < 2) {
            return;
        }
        int code = in.getUnsignedByte(in.readerIndex() + 1);
        if (code != GRANTED) {
            refuse(context, code); // many servers close without the rest of a refusal
        } else if (in.readableBytes() >= REPLY_BYTES) {
            in.skipBytes(REPLY_BYTES);
            succeed(context, in);
        }
    }

    private void refuse(ChannelHandlerContext context, int code) {
        switch (code) {
            case 91 -> fail(context, Blame.UNKNOWN, Fault.GENERAL_FAILURE); // "request rejected or failed"
            case 92, 93 -> { // identd is not reachable, or names another user
                enter(Stage.AUTHENTICATE);
                fail(context, Blame.UPSTREAM, userId.isPresent() ? Fault.WRONG_LOGIN : Fault.LOGIN_NEEDED);
            }
            default -> fail(context, Blame.UPSTREAM, Fault.GARBAGE);
        }
    }
}
