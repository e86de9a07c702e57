package org.byway.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The steps on a real disk. */
final class DiskSteps implements FileSteps {
    @Override
    public void write(Path file, Content content) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, anew, OwnerOnly.fileAttributes(file))) {
            OwnerOnly.restrictWhereAttributesCannot(file);
            OutputStream pieces = new BufferedOutputStream(new ChannelPieces(channel), ChannelPieces.MOST);
            content.writeTo(pieces);
            pieces.flush();
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
