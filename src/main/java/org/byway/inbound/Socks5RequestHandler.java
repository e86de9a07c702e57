package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import org.byway.model.Destination;
import org.byway.model.InvalidValueException;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.PacketDialer;
import org.byway.net.SocksAddress;
import org.byway.net.Stage;

/**
 * The server's side of SOCKS5 CONNECT and UDP ASSOCIATE (RFC 1928), with a user name and password where one is set (RFC
 * 1929).
 */
final class Socks5RequestHandler extends RequestHandler {
    static final int VERSION = 5;

    private static final int LOGIN_VERSION = 1;
    private static final int NO_LOGIN = 0;
    private static final int LOGIN = 2;
    private static final int NOTHING_ACCEPTABLE = 0xff;
    private static final int CONNECT = 1;
    private static final int UDP_ASSOCIATE = 3;
    private static final int HEADER_BYTES = 3;

    // the REP field, section 6
    private static final int SUCCEEDED = 0;
    private static final int GENERAL_FAILURE = 1;
    private static final int NOT_ALLOWED = 2;
    private static final int NETWORK_UNREACHABLE = 3;
    private static final int HOST_UNREACHABLE = 4;
    private static final int CONNECTION_REFUSED = 5;
    private static final int TTL_EXPIRED = 6;
    private static final int COMMAND_NOT_SUPPORTED = 7;
    private static final int ADDRESS_TYPE_NOT_SUPPORTED = 8;

    private enum Step {
        GREETING, LOGIN, REQUEST
    }

    private Step step = Step.GREETING;

    Socks5RequestHandler(Reception reception) {
        super(reception);
    }

    @Override
    void request(ChannelHandlerContext context, ByteBuf in) {
        int version = in.getUnsignedByte(in.readerIndex());
        if (version != (step == Step.LOGIN ? LOGIN_VERSION : VERSION)) {
            reject(context, "not a SOCKS5 message");
            return;
        }
        switch (step) {
            case GREETING -> readGreeting(context, in);
            case LOGIN -> readLogin(context, in);
            case REQUEST -> readRequest(context, in);
        }
    }

    /** Section 3: VER, NMETHODS, METHODS; answered with VER, METHOD. */
    private void readGreeting(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() < 2) {
            return;
        }
        int methods = in.getUnsignedByte(in.readerIndex() + 1);
        if (in.readableBytes() < 2 + methods) {
            return;
        }
        ByteBuf offered = in.skipBytes(2).readSlice(methods);
        int method = choose(offered);
        ByteBuf choice = context.alloc().buffer(2).writeByte(VERSION).writeByte(method);
        if (method == NOTHING_ACCEPTABLE) {
            refuse(context, choice, "it offered no way to log in that is taken here");
        } else {
            step = method == LOGIN ? Step.LOGIN : Step.REQUEST;
            context.writeAndFlush(choice);
        }
    }

    /** Where no login is set, one is still taken: some programs offer nothing else when they were given one. */
    private int choose(ByteBuf offered) {
        if (!reception.login().isWanted() && offers(offered, NO_LOGIN)) {
            return NO_LOGIN;
        }
        return offers(offered, LOGIN) ? LOGIN : NOTHING_ACCEPTABLE;
    }

    private static boolean offers(ByteBuf methods, int method) {
        return methods.indexOf(methods.readerIndex(), methods.writerIndex(), (byte) method) >= 0;
    }

    /** RFC 1929, section 2: VER, ULEN, UNAME, PLEN, PASSWD; answered with VER, STATUS. */
    private void readLogin(ChannelHandlerContext context, ByteBuf in) {
        int start = in.readerIndex();
        int userBytes = in.readableBytes() < 2 ? 0 : in.getUnsignedByte(start + 1);
        if (in.readableBytes() < 2 + userBytes + 1) {
            return;
        }
        int passwordBytes = in.getUnsignedByte(start + 2 + userBytes);
        if (in.readableBytes() < 2 + userBytes + 1 + passwordBytes) {
            return;
        }
        byte[] user = new byte[userBytes];
        byte[] password = new byte[passwordBytes];
        in.skipBytes(2).readBytes(user).skipBytes(1).readBytes(password);
        ByteBuf status = context.alloc().buffer(2).writeByte(LOGIN_VERSION);
        if (reception.login().accepts(user, password)) {
            step = Step.REQUEST;
            context.writeAndFlush(status.writeByte(SUCCEEDED));
        } else {
            refuse(context, status.writeByte(GENERAL_FAILURE), "wrong user name or password");
        }
    }

    /** Section 4: VER, CMD, RSV, then the address. */
    private void readRequest(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() <= HEADER_BYTES) {
            return;
        }
        ByteBuf address = in.slice(in.readerIndex() + HEADER_BYTES, in.readableBytes() - HEADER_BYTES);
        try {
            if (SocksAddress.length(address).filter(length -> length <= address.readableBytes()).isPresent()) {
                int command = in.getUnsignedByte(in.readerIndex() + 1);
                answer(context, in.skipBytes(HEADER_BYTES), command);
            }
        } catch (SocksAddress.UnknownAddressTypeException unknown) {
            refuse(context, reply(context, ADDRESS_TYPE_NOT_SUPPORTED), "an unknown type of address");
        }
    }

    /** The whole address is there, and must be read only by a command that is served: BIND carries whatever it likes. */
    private void answer(ChannelHandlerContext context, ByteBuf in, int command) {
        switch (command) {
            case CONNECT -> connect(context, in);
            case UDP_ASSOCIATE -> associate(context, in);
            default -> refuse(context, reply(context, COMMAND_NOT_SUPPORTED),
                    "SOCKS5 command " + command + " is not served");
        }
    }

    private void connect(ChannelHandlerContext context, ByteBuf in) {
        Destination to;
        try {
            to = SocksAddress.read(in);
        } catch (InvalidValueException notADestination) {
            refuse(context, reply(context, GENERAL_FAILURE), "what it asked for cannot be a destination");
            return;
        }
        open(context, in, to);
    }

    /** Section 7; of the address that the program gives only the port counts, since it must be on this computer. */
    private void associate(ChannelHandlerContext context, ByteBuf in) {
        int declaredPort = in.skipBytes(SocksAddress.length(in).orElseThrow() - Short.BYTES).readUnsignedShort();
        if (reception.isFull()) {
            refuse(context, full(context), "too many are open");
            return;
        }
        stopReading();
        PacketDialer packets = reception.outbound().packets();
        UdpAssociation.open(context.channel(), declaredPort, packets).addListener((Future<InetSocketAddress> done) -> {
            if (done.isSuccess()) {
                ByteBuf reply = context.alloc().buffer().writeByte(VERSION).writeByte(SUCCEEDED).writeByte(0);
                SocksAddress.write(done.getNow(), reply);
                context.writeAndFlush(reply);
                context.pipeline().remove(this);
            } else if (done.cause() instanceof DialException why) {
                // no upstream takes datagrams: the program shall use streams
                boolean isNotServed = why.stage() == Stage.REQUEST;
                LingeringClose
                        .after(context.writeAndFlush(reply(context, isNotServed ? COMMAND_NOT_SUPPORTED : code(why))));
            }
        });
    }

    @Override
    ByteBuf yes(ChannelHandlerContext context) {
        return reply(context, SUCCEEDED);
    }

    @Override
    ByteBuf no(ChannelHandlerContext context, DialException why) {
        return reply(context, code(why));
    }

    /** Section 6: VER, REP, RSV, then the bound address, which is not known behind an upstream. */
    private static ByteBuf reply(ChannelHandlerContext context, int code) {
        return context.alloc().buffer(10).writeByte(VERSION).writeByte(code).writeByte(0).writeByte(1)
                .writeInt(0).writeShort(0);
    }

    /** Says of the destination only what was found of the destination; an upstream's fault is a general failure. */
    private static int code(DialException why) {
        if (why.blame() == Blame.LOCAL_NETWORK) {
            return NETWORK_UNREACHABLE;
        }
        if (why.blame() != Blame.DESTINATION) {
            return GENERAL_FAILURE;
        }
        return switch (why.fault()) {
            case FORBIDDEN -> NOT_ALLOWED;
            case UNREACHABLE, NAME_NOT_FOUND -> HOST_UNREACHABLE;
            case REFUSED -> CONNECTION_REFUSED;
            case SILENT -> TTL_EXPIRED;
            default -> GENERAL_FAILURE;
        };
    }
}
