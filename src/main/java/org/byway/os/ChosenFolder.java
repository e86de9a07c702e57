package org.byway.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that a person chose for the profile where the usual one could not be used: one line, kept beside the settings of other programs. */
public final class ChosenFolder {
    private static final String NAME = "Byway";

    private ChosenFolder() {}

    /** The one that was chosen; absent where none was, or what is kept is no folder's name. */
    public static Optional<Path> kept(Surroundings surroundings) {
        try {
            return Optional.of(Path.of(Files.readString(file(surroundings)).strip()))
                    .filter(Path::isAbsolute);
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** Keeps it for the next start; false where it cannot be kept. */
    public static boolean keep(Surroundings surroundings, Path folder) {
        Path file = file(surroundings);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, folder + "\n");
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    /** A folder of its own inside what was chosen, since nobody wants a program's files among documents. */
    public static Path inside(Path chosen) {
        Path name = chosen.getFileName();
        return name != null && NAME.equalsIgnoreCase(name.toString()) ? chosen : chosen.resolve(NAME);
    }

    private static Path file(Surroundings surroundings) {
        return UserFolders.configuration(surroundings).resolve("profile-folder");
    }
}
