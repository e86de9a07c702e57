package org.byway.store;

import java.io.IOException;
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
    public void write(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, anew, OwnerOnly.fileAttributes(file))) {
            OwnerOnly.restrictWhereAttributesCannot(file);
            for (int from = 0; from < content.length; from += PIECE) {
                ByteBuffer piece = ByteBuffer.wrap(content, from, Math.min(PIECE, content.length - from));
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
            channel.force(true);
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
