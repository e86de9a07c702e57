package org.byway.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * What is written goes to a channel in pieces. After a failure nothing more does: a stream above may try its last bytes again when
 * it is closed, and they would lie there twice. Closing it leaves the channel open, whose content has still to reach the disk.
 */
final class ChannelPieces extends OutputStream {
    /** For a larger one the JDK keeps a copy of its own outside the heap, for as long as the thread lives. */
    static final int MOST = 1 << 18;

    private final WritableByteChannel channel;
    private @Nullable IOException failed;

    ChannelPieces(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failed != null) {
            throw new IOException(failed.getMessage(), failed);
        }
        try {
            for (int from = 0; from < length; from += MOST) {
                ByteBuffer piece = ByteBuffer.wrap(bytes, offset + from, Math.min(MOST, length - from));
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        } catch (IOException failure) {
            failed = failure;
            throw failure;
        }
    }
}
