package org.byway.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Thrown where the profile could not be read or saved; what was saved before is untouched. Names files, no contents. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String where;

    /** @param where the folder or the file that it is about */
    public StoreException(Kind kind, Path where, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
        this.where = where.toString();
    }

    /** What stood in the way. */
    public enum Kind {
        /** no room on the disk */
        FULL,
        /** the folder or a file in it may not be changed */
        UNWRITABLE,
        /** the path of the profile is taken by something that is no folder */
        NOT_A_FOLDER,
        /** the name of a file to be written is taken */
        EXISTS,
        /** another program holds the profile and does not let go */
        BUSY,
        /** the system refused in another way */
        FAILED
    }

    public Kind kind() {
        return kind;
    }

    /** The folder or the file that it is about. */
    public String where() {
        return where;
    }

    static StoreException of(IOException failure, Path folder) {
        return new StoreException(kindOf(failure, folder), folder, failure);
    }

    private static Kind kindOf(IOException failure, Path folder) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean isForbidden = failure instanceof AccessDeniedException || failure instanceof NoSuchFileException
                || text.contains("read-only file system");
        if (isForbidden) {
            return Kind.UNWRITABLE;
        }
        // the system's sentence may be in another language, so that the disk is asked as well
        File disk = folder.toFile();
        boolean isFull = text.contains("no space left") || text.contains("quota exceeded")
                || text.contains("not enough space") || (disk.exists() && disk.getUsableSpace() == 0);
        return isFull ? Kind.FULL : Kind.FAILED;
    }
}
