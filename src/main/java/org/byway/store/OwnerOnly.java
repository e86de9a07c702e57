package org.byway.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps files from everyone but their owner: mode 0600 and 0700, or an access list of one where there are no modes. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static FileAttribute<?>[] fileAttributes(Path file) {
        return isPosix(file) ? attributes(FILE) : attributes(null);
    }

    static void restrictWhereAttributesCannot(Path file) throws IOException {
        if (!isPosix(file)) {
            restrictByAccessList(file, Set.of());
        }
    }

    /** Makes the folder and closes it; of an existing folder takes only one that is empty or a profile already. */
    static void makeFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, isPosix(folder) ? attributes(FOLDER) : attributes(null));
            close(folder);
        } else if (isOurs(folder)) {
            close(folder);
        }
    }

    /** Anything else may be a folder that others share, such as the one for temporary files. */
    private static boolean isOurs(Path folder) throws IOException {
        if (Files.exists(folder.resolve(ProfileLock.FILE))) {
            return true;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            return !content.iterator().hasNext();
        }
    }

    private static void close(Path folder) throws IOException {
        if (isPosix(folder)) {
            if (!Files.getPosixFilePermissions(folder).equals(FOLDER)) {
                Files.setPosixFilePermissions(folder, FOLDER);
            }
        } else {
            restrictByAccessList(folder, EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
        }
    }

    private static void restrictByAccessList(Path path, Set<AclEntryFlag> flags) throws IOException {
        @Nullable
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).setFlags(flags).build()));
        }
    }

    private static FileAttribute<?>[] attributes(@Nullable Set<PosixFilePermission> permissions) {
        return permissions == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)};
    }
}
