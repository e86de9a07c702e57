package org.byway.protocol.shadowsocks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.net.SocksAddress;
import org.byway.net.SocksDatagram;

/**
 * Seals datagrams for the server and opens what it returns (SIP004), each with a salt and so a key of its own, the nonce
 * being zero:
 *
 * <pre>
 * +------+-------------------------------------------+
 * | salt | sealed: ATYP, ADDR, PORT, payload; its tag |
 * +------+-------------------------------------------+
 * </pre>
 */
final class SealedPacketHandler extends ChannelDuplexHandler {
    private final MasterKey master;
    private final Destination server;

    SealedPacketHandler(MasterKey master, Destination server) {
        this.master = master;
        this.server = server;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        Packet packet = (Packet) message;
        ByteBuf plain = Unpooled.buffer(packet.content().readableBytes());
        SocksAddress.write(packet.peer(), plain);
        plain.writeBytes(packet.content());
        packet.release();
        byte[] salt = Salts.random(master.bytes().length);
        byte[] sealed = new byte[plain.readableBytes() + Aead.TAG_BYTES];
        new SessionCipher(master, salt).seal(plain.array(), plain.readableBytes(), sealed, 0);
        context.write(new Packet(server, Unpooled.wrappedBuffer(salt, sealed)), written);
    }

    /** What was not sealed with our key is nobody's, and is dropped. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Packet packet = (Packet) message;
        open(packet.content()).flatMap(SocksDatagram::readAddressed).ifPresent(context::fireChannelRead);
        packet.release();
    }

    private Optional<ByteBuf> open(ByteBuf in) {
        byte[] salt = new byte[master.bytes().length];
        if (in.readableBytes() < salt.length + Aead.TAG_BYTES) {
            return Optional.empty();
        }
        in.readBytes(salt);
        byte[] sealed = new byte[in.readableBytes()];
        in.readBytes(sealed);
        byte[] plain = new byte[sealed.length - Aead.TAG_BYTES];
        try {
            int opened = new SessionCipher(master, salt).open(sealed, sealed.length, plain);
            return Optional.of(Unpooled.wrappedBuffer(plain, 0, opened));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }
}
