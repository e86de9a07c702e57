package org.byway.transport.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.internal.tcnative.Buffer;
import io.netty.internal.tcnative.SSL;
import javax.net.ssl.SSLException;

/**
 * BoringSSL's own records, without the engine that made the handshake: that ends both directions with the first
 * close_notify, as RFC 5246, section 7.2.1 asked for and RFC 8446 does not.
 */
final class BoringSslRecords implements TlsRecords {
    /** More than a record adds to what is in it, in bytes: header, explicit nonce or padding, tag. */
    private static final int OVERHEAD = 256;
    /** For alerts and answers to key updates, in bytes. */
    private static final int OWN_WORDS = 2048;

    private final ReferenceCountedOpenSslEngine owner;
    private final ByteBufAllocator allocator;
    private final long ssl;
    private final long bytes;
    private boolean isFinished;

    /** The engine must not be used any more; it is kept because it frees what it made. */
    BoringSslRecords(ReferenceCountedOpenSslEngine owner, ByteBufAllocator allocator) {
        this.owner = owner;
        this.allocator = allocator;
        ssl = owner.sslPointer();
        refuseSecondHandshake(ssl);
        owner.retain();
        bytes = SSL.bioNewByteBuffer(ssl, OWN_WORDS); // frees the engine's, which is empty now
    }

    /** Netty allows one in TLS 1.2 (RFC 5246, section 7.4.1.1), for the certificates of clients, of which we have none. */
    private static void refuseSecondHandshake(long ssl) {
        try {
            SSL.setRenegotiateMode(ssl, SSL.SSL_RENEGOTIATE_NEVER);
        } catch (Exception notBoringSsl) {
            throw new IllegalStateException("renegotiation", notBoringSsl);
        }
    }

    @Override
    public ByteBuf open(ByteBuf sealed) throws SSLException {
        ByteBuf in = direct(sealed);
        ByteBuf out = allocator.directBuffer(Math.max(1, in.readableBytes()));
        try {
            SSL.bioSetByteBuffer(bytes, address(in, in.readerIndex(), in.readableBytes()), in.readableBytes(), false);
            boolean isMore = !isFinished;
            while (isMore) {
                isMore = openOne(out);
            }
            sealed.skipBytes(sealed.readableBytes());
            return out;
        } catch (SSLException | RuntimeException | Error refused) {
            out.release();
            throw refused;
        } finally {
            SSL.bioClearByteBuffer(bytes);
            in.release();
        }
    }

    private boolean openOne(ByteBuf out) throws SSLException {
        out.ensureWritable(1);
        int opened = SSL.readFromSSL(ssl, address(out, out.writerIndex(), out.writableBytes()), out.writableBytes());
        if (opened > 0) {
            out.writerIndex(out.writerIndex() + opened);
            return true;
        }
        int error = SSL.getError(ssl, opened);
        isFinished = error == SSL.SSL_ERROR_ZERO_RETURN;
        if (!isFinished && error != SSL.SSL_ERROR_WANT_READ) {
            throw failure();
        }
        return false;
    }

    @Override
    public boolean isFinished() {
        return isFinished;
    }

    @Override
    public ByteBuf ownWords() {
        int length = SSL.bioLengthNonApplication(bytes);
        ByteBuf out = allocator.directBuffer(Math.max(1, length));
        if (length > 0) {
            writeTo(out);
            SSL.bioFlushByteBuffer(bytes);
            written(out);
        }
        return out;
    }

    @Override
    public ByteBuf seal(ByteBuf plain) throws SSLException {
        ByteBuf in = direct(plain);
        int records = in.readableBytes() / LARGEST + 1;
        ByteBuf out = allocator.directBuffer(in.readableBytes() + records * OVERHEAD);
        try {
            while (in.isReadable()) {
                int length = Math.min(in.readableBytes(), LARGEST);
                writeTo(out);
                int sealed = SSL.writeToSSL(ssl, address(in, in.readerIndex(), length), length);
                written(out);
                if (sealed <= 0) {
                    throw failure();
                }
                in.skipBytes(sealed);
            }
            plain.skipBytes(plain.readableBytes());
            return out;
        } catch (SSLException refused) {
            out.release();
            throw refused;
        } finally {
            in.release();
        }
    }

    @Override
    public ByteBuf closeNotify() {
        ByteBuf out = allocator.directBuffer(OVERHEAD);
        writeTo(out);
        SSL.shutdownSSL(ssl);
        written(out);
        return out;
    }

    @Override
    public void release() {
        owner.release();
    }

    private void writeTo(ByteBuf out) {
        SSL.bioSetByteBuffer(bytes, address(out, out.writerIndex(), out.writableBytes()), out.writableBytes(), true);
    }

    private void written(ByteBuf out) {
        out.writerIndex(out.capacity() - SSL.bioLengthByteBuffer(bytes));
        SSL.bioClearByteBuffer(bytes);
    }

    private static SSLException failure() {
        return new SSLException(SSL.getErrorString(SSL.getLastErrorNumber()));
    }

    /** The same bytes in one piece of native memory, to be released. */
    private ByteBuf direct(ByteBuf any) {
        return any.isDirect() && any.nioBufferCount() == 1
                ? any.retainedDuplicate()
                : allocator.directBuffer(Math.max(1, any.readableBytes()))
                        .writeBytes(any, any.readerIndex(), any.readableBytes());
    }

    private static long address(ByteBuf direct, int index, int length) {
        if (direct.hasMemoryAddress()) {
            return direct.memoryAddress() + index;
        }
        var view = direct.nioBuffer(index, length);
        return Buffer.address(view) + view.position();
    }
}
