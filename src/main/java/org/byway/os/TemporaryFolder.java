package org.byway.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that only the person can open and that is gone, with all that is in it, once it is closed.
 *
 * @param path exists
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** @throws IOException where the system's folder for such things takes none */
    public static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("byway-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> contents;
        try (Stream<Path> found = Files.walk(path)) {
            contents = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : contents) {
            Files.delete(each);
        }
    }
}
