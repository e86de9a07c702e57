package org.byway.protocol.shadowsocks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.net.SocksAddress;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is written (SIP004). Salt, address and the first bytes leave in one write, because a packet of salt and address
 * alone has a length that gives the protocol away; they go without payload only where the program stays silent or says that
 * it has finished.
 */
final class ChunkEncoder extends ChannelOutboundHandlerAdapter {
    /** How long the program may take over its first bytes. */
    static final Duration FIRST_BYTES = Duration.ofMillis(50);

    private final MasterKey master;
    private final Salts salts;
    private final Destination to;
    private @Nullable SessionCipher cipher;
    private @Nullable Future<?> alarm;

    ChunkEncoder(MasterKey master, Salts salts, Destination to) {
        this.master = master;
        this.salts = salts;
        this.to = to;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        alarm = context.executor().schedule(() -> sendAddressAlone(context), FIRST_BYTES.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    private void sendAddressAlone(ChannelHandlerContext context) {
        if (cipher == null) {
            write(context, Unpooled.EMPTY_BUFFER, context.newPromise());
            context.flush();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf payload = (ByteBuf) message;
        if (cipher != null && !payload.isReadable()) {
            context.write(payload, promise); // the mark that everything before it is out
            return;
        }
        try {
            context.write(cipher == null ? opening(context, payload) : following(context, payload, cipher), promise);
        } finally {
            payload.release();
        }
    }

    private ByteBuf opening(ChannelHandlerContext context, ByteBuf payload) {
        byte[] salt = salts.fresh(master.bytes().length);
        SessionCipher fresh = new SessionCipher(master, salt);
        cipher = fresh;
        handlerRemoved(context);
        ByteBuf address = context.alloc().heapBuffer();
        SocksAddress.write(to, address);
        int plain = address.readableBytes() + payload.readableBytes();
        ByteBuf out = context.alloc().buffer(salt.length + sealedBytes(plain)).writeBytes(salt);
        seal(address, payload, fresh, out);
        address.release();
        return out;
    }

    private static ByteBuf following(ChannelHandlerContext context, ByteBuf payload, SessionCipher cipher) {
        ByteBuf out = context.alloc().buffer(sealedBytes(payload.readableBytes()));
        seal(Unpooled.EMPTY_BUFFER, payload, cipher, out);
        return out;
    }

    /** All chunks of a write into one buffer, through two small arrays that stay in the processor's cache. */
    private static void seal(ByteBuf head, ByteBuf payload, SessionCipher cipher, ByteBuf out) {
        Chunk chunk = Chunk.ofThread();
        do {
            int fromHead = head.readableBytes();
            int fromPayload = Math.min(payload.readableBytes(), Chunk.MAX_PAYLOAD - fromHead);
            head.readBytes(chunk.plain, 0, fromHead);
            payload.readBytes(chunk.plain, fromHead, fromPayload);
            int length = fromHead + fromPayload;
            chunk.length[0] = (byte) (length >> Byte.SIZE);
            chunk.length[1] = (byte) length;
            int sealed = cipher.seal(chunk.length, Chunk.LENGTH_BYTES, chunk.sealed, 0);
            sealed += cipher.seal(chunk.plain, length, chunk.sealed, sealed);
            out.writeBytes(chunk.sealed, 0, sealed);
        } while (payload.isReadable());
    }

    private static int sealedBytes(int plain) {
        return plain + Math.ceilDiv(plain, Chunk.MAX_PAYLOAD) * Chunk.OVERHEAD;
    }
}
