package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.InvalidValueException;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.FlowHandler;
import org.byway.net.PacketDialer;
import org.byway.net.SocksAddress;
import org.byway.net.Stage;

/** The server's side of SOCKS5 CONNECT and UDP ASSOCIATE without a password (RFC 1928). */
final class Socks5RequestHandler extends RequestHandler {
    static final int VERSION = 5;

    private static final int NO_LOGIN = 0;
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

    private final PacketDialer packets;
    private boolean isGreeted;

    Socks5RequestHandler(FlowHandler flows, PacketDialer packets, Duration deadline) {
        super(flows, deadline);
        this.packets = packets;
    }

    @Override
    void request(ChannelHandlerContext context, ByteBuf in) {
        if (in.getUnsignedByte(in.readerIndex()) != VERSION) {
            reject(context, "not a SOCKS5 message");
        } else if (isGreeted) {
            readRequest(context, in);
        } else {
            readGreeting(context, in);
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
        isGreeted = in.skipBytes(2).readSlice(methods).indexOf(0, methods, (byte) NO_LOGIN) >= 0;
        ByteBuf choice = context.alloc().buffer(2).writeByte(VERSION);
        if (isGreeted) {
            context.writeAndFlush(choice.writeByte(NO_LOGIN));
        } else {
            refuse(context, choice.writeByte(NOTHING_ACCEPTABLE));
        }
    }

    /** Section 4: VER, CMD, RSV, then the address. */
    private void readRequest(ChannelHandlerContext context, ByteBuf in) {
        if (in.readableBytes() <= HEADER_BYTES) {
            return;
        }
        int command = in.getUnsignedByte(in.readerIndex() + 1);
        if (command != CONNECT && command != UDP_ASSOCIATE) {
            refuse(context, reply(context, COMMAND_NOT_SUPPORTED));
            return;
        }
        try {
            ByteBuf address = in.slice(in.readerIndex() + HEADER_BYTES, in.readableBytes() - HEADER_BYTES);
            Optional<Integer> length = SocksAddress.length(address).filter(it -> it <= address.readableBytes());
            if (length.isEmpty()) {
                return;
            }
            if (command == CONNECT) {
                open(context, in, SocksAddress.read(in.skipBytes(HEADER_BYTES)));
            } else {
                in.skipBytes(HEADER_BYTES + length.get());
                associate(context, address.getUnsignedShort(length.get() - Short.BYTES));
            }
        } catch (SocksAddress.UnknownAddressTypeException unknown) {
            refuse(context, reply(context, ADDRESS_TYPE_NOT_SUPPORTED));
        } catch (InvalidValueException notADestination) {
            refuse(context, reply(context, GENERAL_FAILURE));
        }
    }

    /** Section 7; of the address that the program gives only the port counts, since it must be on this computer. */
    private void associate(ChannelHandlerContext context, int declaredPort) {
        stopReading();
        UdpAssociation.open(context.channel(), declaredPort, packets).addListener((Future<InetSocketAddress> done) -> {
            if (done.isSuccess()) {
                ByteBuf reply = context.alloc().buffer().writeByte(VERSION).writeByte(SUCCEEDED).writeByte(0);
                SocksAddress.write(done.getNow(), reply);
                context.writeAndFlush(reply);
                context.pipeline().remove(this);
            } else if (done.cause() instanceof DialException why) {
                // no upstream takes datagrams: the program shall use streams
                boolean isNotServed = why.stage() == Stage.REQUEST;
                refuse(context, reply(context, isNotServed ? COMMAND_NOT_SUPPORTED : code(why)));
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
