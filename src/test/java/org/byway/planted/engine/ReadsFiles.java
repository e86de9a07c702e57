package org.byway.planted.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file where the engine is. */
public record ReadsFiles(Path path) {
    public boolean isThere() {
        return Files.exists(path);
    }
}
