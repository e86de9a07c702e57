package org.byway.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The steps on a real disk. */
final class DiskSteps implements FileSteps {
    /** Larger pieces would be copied to memory outside the heap as large and stay there. */
    private static final int PIECE = 1 << 18;

    @Override
    public void write(Path file, Content content) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, anew, OwnerOnly.fileAttributes(file))) {
            OwnerOnly.restrictWhereAttributesCannot(file);
            OutputStream pieces = new BufferedOutputStream(new Pieces(channel), PIECE);
            content.writeTo(pieces);
            pieces.flush();
            channel.force(true);
        }
    }

    /** Closed by whoever writes the content to the end, when the file has still to reach the disk. */
    private static final class Pieces extends OutputStream {
        private final FileChannel channel;

        Pieces(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int from = 0; from < length; from += PIECE) {
                ByteBuffer piece = ByteBuffer.wrap(bytes, offset + from, Math.min(PIECE, length - from));
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (OwnerOnly.isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
        // Windows opens no folder as a file; NTFS keeps the order of renames in its own journal
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
