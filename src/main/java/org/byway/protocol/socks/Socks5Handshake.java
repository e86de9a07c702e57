package org.byway.protocol.socks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.byway.model.Destination;
import org.byway.model.endpoint.Login;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Handshake;
import org.byway.net.SocksAddress;
import org.byway.net.Stage;

/**
 * The client's side of SOCKS5 CONNECT and UDP ASSOCIATE (RFC 1928, sections 3, 4 and 6; login: RFC 1929). Each message waits for the answer
 * to the one before, because several servers lose what comes early.
 */
final class Socks5Handshake extends Handshake {
    private static final int VERSION = 5;
    private static final int LOGIN_VERSION = 1;
    private static final int NO_LOGIN = 0;
    private static final int USER_PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int UDP_ASSOCIATE = 3;

    private final int command;
    private final Consumer<ByteBuf> address;
    private final Optional<Login> login;
    private final Consumer<ByteBuf> bound;
    private Awaiting awaiting = Awaiting.METHOD;

    private enum Awaiting {
        METHOD, LOGIN_STATUS, REPLY
    }

    /**
     * @param address writes DST.ADDR and DST.PORT
     * @param bound   reads BND.ADDR and BND.PORT, which are wholly there
     */
    private Socks5Handshake(int command, Consumer<ByteBuf> address, Consumer<ByteBuf> bound, Optional<Login> login,
            Duration deadline) {
        super(deadline);
        this.command = command;
        this.address = address;
        this.bound = bound;
        this.login = login;
    }

    /** Asks for a stream; of the bound address nothing is used. */
    static Socks5Handshake connect(Destination to, Optional<Login> login, Duration deadline) {
        return new Socks5Handshake(CONNECT, request -> SocksAddress.write(to, request), _ -> {}, login, deadline);
    }

    /**
     * Asks for a relay of datagrams, from whatever port we shall send (section 4: "zeros").
     *
     * @param relay is given BND.ADDR and BND.PORT as they came
     */
    static Socks5Handshake associate(Consumer<ByteBuf> relay, Optional<Login> login, Duration deadline) {
        return new Socks5Handshake(UDP_ASSOCIATE, SocksAddress::writeNone, relay, login, deadline);
    }

    /** VER, NMETHODS, METHODS; a login is offered only where there is one, since some servers break on the offer. */
    @Override
    protected void begin(ChannelHandlerContext context) {
        enter(Stage.AUTHENTICATE);
        ByteBuf offer = context.alloc().buffer(4).writeByte(VERSION);
        if (login.isPresent()) {
            offer.writeByte(2).writeByte(NO_LOGIN).writeByte(USER_PASSWORD);
        } else {
            offer.writeByte(1).writeByte(NO_LOGIN);
        }
        context.writeAndFlush(offer);
    }

    @Override
    protected void answer(ChannelHandlerContext context, ByteBuf in) {
        switch (awaiting) {
            case METHOD -> readMethod(context, in);
            case LOGIN_STATUS -> readLoginStatus(context, in);
            case REPLY -> readReply(context, in);
        }
    }

    private void readMethod(ChannelHandlerContext context, ByteBuf in) {
        if (in.getUnsignedByte(in.readerIndex()) != VERSION) {
            fail(context, Blame.UPSTREAM, Fault.GARBAGE);
            return;
        }
        if (in.readableBytes() < 2) {
            return;
        }
        int method = in.skipBytes(1).readUnsignedByte();
        if (method == NO_LOGIN) {
            sendRequest(context);
        } else if (method == USER_PASSWORD && login.isPresent()) {
            sendLogin(context, login.get());
        } else {
            fail(context, Blame.UPSTREAM, login.isPresent() ? Fault.WRONG_LOGIN : Fault.LOGIN_NEEDED);
        }
    }

    /** RFC 1929, section 2: VER, ULEN, UNAME, PLEN, PASSWD. */
    private void sendLogin(ChannelHandlerContext context, Login with) {
        awaiting = Awaiting.LOGIN_STATUS;
        ByteBuf message = context.alloc().buffer().writeByte(LOGIN_VERSION);
        writeText(message, with.user());
        writeText(message, with.password().reveal());
        context.writeAndFlush(message);
    }

    private static void writeText(ByteBuf out, String text) {
        out.writeByte(ByteBufUtil.utf8Bytes(text));
        ByteBufUtil.writeUtf8(out, text);
    }

    /** RFC 1929, section 2: "A STATUS field of X'00' indicates success." */
    private void readLoginStatus(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() < 2) {
            return;
        }
        if (in.skipBytes(1).readUnsignedByte() == 0) {
            sendRequest(context);
        } else {
            fail(context, Blame.UPSTREAM, Fault.WRONG_LOGIN);
        }
    }

    /** VER, CMD, RSV, then the address. */
    private void sendRequest(ChannelHandlerContext context) {
        enter(Stage.REQUEST);
        awaiting = Awaiting.REPLY;
        ByteBuf request = context.alloc().buffer().writeByte(VERSION).writeByte(command).writeByte(0);
        address.accept(request);
        context.writeAndFlush(request);
    }

    /** VER, REP, RSV, then the bound address. */
    private void readReply(ChannelHandlerContext context, ByteBuf in) {
        if (in.getUnsignedByte(in.readerIndex()) != VERSION) {
            fail(context, Blame.UPSTREAM, Fault.GARBAGE);
            return;
        }
        if (in.readableBytes() < 2) {
            return;
        }
        int code = in.getUnsignedByte(in.readerIndex() + 1);
        if (code != 0) {
            // many servers close without the rest of a refusal
            Socks5Refusal refusal = Socks5Refusal.of(code);
            fail(context, refusal.blame(), refusal.fault());
        } else if (in.readableBytes() > 3) {
            readBoundAddress(context, in);
        }
    }

    private void readBoundAddress(ChannelHandlerContext context, ByteBuf in) {
        ByteBuf address = in.slice(in.readerIndex() + 3, in.readableBytes() - 3);
        SocksAddress.length(address).filter(length -> address.readableBytes() >= length).ifPresent(length -> {
            bound.accept(in.skipBytes(3).readSlice(length));
            succeed(context, in);
        });
    }
}
