package org.byway.transport.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** Records by the engine of the JDK; only with TLS 1.3 does it let us speak on after the server's end. */
final class EngineRecords implements TlsRecords {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ByteBufAllocator allocator;
    private ByteBuf kept;

    EngineRecords(SSLEngine engine, ByteBufAllocator allocator) {
        this.engine = engine;
        this.allocator = allocator;
        kept = allocator.buffer(0);
    }

    @Override
    public ByteBuf open(ByteBuf sealed) throws SSLException {
        kept = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, kept,
                sealed.readRetainedSlice(sealed.readableBytes()));
        ByteBuf out = allocator.buffer(kept.readableBytes());
        try {
            boolean isMore = kept.isReadable();
            while (isMore) {
                isMore = openOne(out) && kept.isReadable();
            }
            return out;
        } catch (SSLException refused) {
            out.release();
            throw refused;
        }
    }

    private boolean openOne(ByteBuf out) throws SSLException {
        int room = engine.getSession().getApplicationBufferSize();
        out.ensureWritable(room);
        SSLEngineResult result = engine.unwrap(kept.nioBuffer(), out.nioBuffer(out.writerIndex(), room));
        kept.skipBytes(result.bytesConsumed());
        out.writerIndex(out.writerIndex() + result.bytesProduced());
        runTasks();
        return result.getStatus() == Status.OK;
    }

    @Override
    public boolean isFinished() {
        return engine.isInboundDone();
    }

    @Override
    public ByteBuf ownWords() throws SSLException {
        ByteBuf out = allocator.buffer(0);
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && wrap(NOTHING, out)) {
                runTasks();
            }
            return out;
        } catch (SSLException refused) {
            out.release();
            throw refused;
        }
    }

    @Override
    public ByteBuf seal(ByteBuf plain) throws SSLException {
        ByteBuf out = allocator.buffer(plain.readableBytes());
        ByteBuffer in = plain.nioBuffer();
        try {
            while (in.hasRemaining()) {
                if (!wrap(in, out)) {
                    throw new SSLException("ended");
                }
            }
            plain.skipBytes(plain.readableBytes());
            return out;
        } catch (SSLException refused) {
            out.release();
            throw refused;
        }
    }

    @Override
    public ByteBuf closeNotify() throws SSLException {
        engine.closeOutbound();
        return ownWords();
    }

    @Override
    public void release() {
        kept.release();
    }

    /** Whether the engine still takes anything. */
    private boolean wrap(ByteBuffer in, ByteBuf out) throws SSLException {
        int room = engine.getSession().getPacketBufferSize();
        out.ensureWritable(room);
        SSLEngineResult result = engine.wrap(in, out.nioBuffer(out.writerIndex(), room));
        out.writerIndex(out.writerIndex() + result.bytesProduced());
        return result.getStatus() == Status.OK;
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }
}
