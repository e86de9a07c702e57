package org.byway.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The steps that change a profile's folder, each of which may be the last before the power goes. */
interface FileSteps {
    /** Makes or empties the file, for its owner only, and has the content on the disk before it returns. */
    void write(Path file, Content content) throws IOException;

    default void write(Path file, byte[] content) throws IOException {
        write(file, to -> to.write(content));
    }

    /** What is to lie in a file; a long list never exists as one piece of it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /** Gives the file its name in one step: it is there whole or not at all. */
    void rename(Path from, Path to) throws IOException;

    /** Has the names in the folder on the disk before it returns. */
    void syncFolder(Path folder) throws IOException;

    void delete(Path file) throws IOException;
}
