package org.byway.protocol.shadowsocks;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Opens what the server sends (SIP004): its salt, then chunks. A chunk that was not sealed with our key, a salt that was
 * seen before and an end inside a chunk are told as a {@link DialException} through the pipeline, and close the channel.
 */
final class ChunkDecoder extends ChannelInboundHandlerAdapter {
    private final MasterKey master;
    private final Salts salts;
    private Awaiting awaiting = Awaiting.SALT;
    private @Nullable SessionCipher cipher;
    private int payloadLength;
    private @Nullable ByteBuf begun;
    private boolean hasFired;
    private boolean isBroken;

    private enum Awaiting {
        SALT, LENGTH, PAYLOAD
    }

    ChunkDecoder(MasterKey master, Salts salts) {
        this.master = master;
        this.salts = salts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        int here = in.readableBytes() + begunBytes();
        ByteBuf out = null;
        Fault fault = null;
        try {
            while (!isBroken && in.readableBytes() + begunBytes() >= needed()) {
                Chunk chunk = take(in);
                switch (awaiting) {
                    case SALT -> openSalt(chunk);
                    case LENGTH -> openLength(chunk);
                    case PAYLOAD -> {
                        out = out == null ? context.alloc().buffer(here) : out;
                        openPayload(chunk, out);
                    }
                }
            }
            keep(context, in);
        } catch (GeneralSecurityException notOurs) {
            fault = Fault.GARBAGE;
        } finally {
            in.release();
        }
        fire(context, out);
        if (fault != null) {
            fail(context, fault);
        }
    }

    private int needed() {
        return switch (awaiting) {
            case SALT -> master.bytes().length;
            case LENGTH -> Chunk.SEALED_LENGTH_BYTES;
            case PAYLOAD -> payloadLength + Aead.TAG_BYTES;
        };
    }

    /** What is needed, from what was kept and what came. */
    private Chunk take(ByteBuf in) {
        Chunk chunk = Chunk.ofThread();
        int before = begunBytes();
        if (begun != null) {
            begun.readBytes(chunk.sealed, 0, before).release();
            begun = null;
        }
        in.readBytes(chunk.sealed, before, needed() - before);
        return chunk;
    }

    private void openSalt(Chunk chunk) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(chunk.sealed, needed());
        if (!salts.isNew(salt)) {
            throw new GeneralSecurityException("a salt that was seen before");
        }
        cipher = new SessionCipher(master, salt);
        awaiting = Awaiting.LENGTH;
    }

    private void openLength(Chunk chunk) throws GeneralSecurityException {
        Objects.requireNonNull(cipher).open(chunk.sealed, needed(), chunk.length);
        payloadLength = (chunk.length[0] & 0xff) << Byte.SIZE | (chunk.length[1] & 0xff);
        if (payloadLength > Chunk.MAX_PAYLOAD) {
            throw new GeneralSecurityException("a length beyond the cap");
        }
        awaiting = Awaiting.PAYLOAD;
    }

    private void openPayload(Chunk chunk, ByteBuf out) throws GeneralSecurityException {
        int opened = Objects.requireNonNull(cipher).open(chunk.sealed, needed(), chunk.plain);
        out.writeBytes(chunk.plain, 0, opened);
        awaiting = Awaiting.LENGTH;
    }

    /** What is less than a whole waits in a buffer of its own, just large enough. */
    private void keep(ChannelHandlerContext context, ByteBuf in) {
        if (in.isReadable()) {
            begun = begun == null ? context.alloc().buffer(needed()) : begun;
            begun.writeBytes(in);
        }
    }

    private int begunBytes() {
        return begun == null ? 0 : begun.readableBytes();
    }

    private void fire(ChannelHandlerContext context, @Nullable ByteBuf out) {
        if (out != null && out.isReadable()) {
            hasFired = true;
            context.fireChannelRead(out);
        } else if (out != null) {
            out.release();
        }
    }

    /** Whoever asked for a read still waits where it brought no whole chunk. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        boolean isOwed = !hasFired && !isBroken && !context.channel().config().isAutoRead();
        hasFired = false;
        context.fireChannelReadComplete();
        if (isOwed) {
            context.read();
        }
    }

    /** An end inside a chunk is a cut, and a cut must not look finished. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent && (awaiting == Awaiting.PAYLOAD || begunBytes() > 0)) {
            fail(context, Fault.CLOSED);
        } else if (!isBroken) {
            context.fireUserEventTriggered(event);
        }
    }

    private void fail(ChannelHandlerContext context, Fault fault) {
        if (!isBroken) {
            isBroken = true;
            handlerRemoved(context);
            context.fireExceptionCaught(new DialException(Stage.SECURE, Blame.UPSTREAM, fault));
            context.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }
}
