package org.byway.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the socket of a profile lies: in its folder or, where that path is longer than a socket's may be, in a folder for
 * temporary files that is noted in the profile.
 */
record SocketPlace(Path folder) {
    /** 104 bytes on macOS, 108 on Linux and Windows, the end mark included (unix(4), unix(7)). */
    private static final int MOST_BYTES = 103;

    private static final String SOCKET = "socket";
    private static final String NOTE = "socket.at";

    /** Where it has to be looked for; whether anything is there is another question. */
    Path find() throws IOException {
        if (!isNoted()) {
            return usual();
        }
        try {
            return Path.of(Files.readString(note()).strip());
        } catch (InvalidPathException damaged) {
            throw new IOException("a damaged note of the socket", damaged);
        }
    }

    /** Takes away what a crash has left, and gives a path at which a socket can be made. */
    Path prepare() throws IOException {
        clear();
        if (fits(usual())) {
            return usual();
        }
        Path path = Files.createTempDirectory("byway-").resolve(SOCKET); // of mode 0700
        if (!fits(path)) {
            Files.delete(path.getParent());
            throw new IOException("no folder with a path short enough for a socket");
        }
        Files.writeString(note(), path.toString(), StandardCharsets.UTF_8);
        restrict(note());
        return path;
    }

    void clear() throws IOException {
        Path path = find();
        Files.deleteIfExists(path);
        if (isNoted()) {
            Files.delete(note());
            Path parent = path.getParent();
            if (parent != null) {
                Files.deleteIfExists(parent);
            }
        }
    }

    static void restrict(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private boolean isNoted() {
        return Files.exists(note());
    }

    private Path usual() {
        return folder.resolve(SOCKET);
    }

    private Path note() {
        return folder.resolve(NOTE);
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
