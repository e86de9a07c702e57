package org.byway.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

class ChannelPiecesTest {
    /** A disk that is full for a moment, amid a piece. */
    private static final class FullForAMoment implements WritableByteChannel {
        private final StringBuilder written = new StringBuilder();
        private boolean isFull = true;

        @Override
        public int write(ByteBuffer piece) throws IOException {
            if (written.length() > 0 && isFull) {
                isFull = false;
                throw new IOException("No space left on device");
            }
            byte[] part = new byte[Math.min(piece.remaining(), 4)];
            piece.get(part);
            written.append(new String(part, US_ASCII));
            return part.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }

    @Test
    void afterAFailureNothingIsWrittenASecondTime() throws IOException {
        FullForAMoment disk = new FullForAMoment();
        OutputStream pieces = new BufferedOutputStream(new ChannelPieces(disk));
        pieces.write("a list".getBytes(US_ASCII));

        assertThatThrownBy(pieces::flush).hasMessage("No space left on device");
        assertThatThrownBy(pieces::close).hasMessage("No space left on device");
        assertThat(disk.written).hasToString("a li");
    }
}
