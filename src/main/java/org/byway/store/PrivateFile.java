package org.byway.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.byway.store.StoreException.Kind;

/** Writes a file that only its owner may read, outside of any profile: there whole under its name or not at all. Blocks. */
public final class PrivateFile {
    private PrivateFile() {}

    /** @throws StoreException of kind {@code EXISTS} where the name is taken and may not be replaced */
    public static void write(Path file, byte[] content, boolean mayReplace) throws StoreException {
        CallerThread.requireMayBlock();
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent() == null ? whole : whole.getParent();
        FileSteps steps = new DiskSteps();
        Path aside = whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            if (!mayReplace && Files.exists(whole)) {
                throw new FileAlreadyExistsException(whole.toString());
            }
            steps.write(aside, content);
            steps.rename(aside, whole);
            steps.syncFolder(folder);
        } catch (FileAlreadyExistsException taken) {
            throw new StoreException(Kind.EXISTS, whole, taken);
        } catch (IOException failure) {
            delete(aside, steps, failure);
            throw StoreException.of(failure, folder);
        }
    }

    private static void delete(Path aside, FileSteps steps, IOException failure) {
        try {
            steps.delete(aside);
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
