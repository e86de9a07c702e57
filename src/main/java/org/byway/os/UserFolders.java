package org.byway.os;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a person's own files lie, as each system wants it; makes no folder. */
public final class UserFolders {
    private UserFolders() {}

    /** The profile that is used where none is named. */
    public static Path profile(Surroundings surroundings) {
        Path home = surroundings.home();
        return switch (surroundings.system()) {
            // XDG Base Directory Specification, section 3: a relative path is invalid and to be ignored
            case LINUX -> folder(surroundings, "XDG_DATA_HOME").filter(Path::isAbsolute)
                    .orElse(home.resolve(".local").resolve("share")).resolve("byway");
            case MACOS -> home.resolve("Library").resolve("Application Support").resolve("Byway");
            case WINDOWS -> folder(surroundings, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Byway");
        };
    }

    /** Where each system keeps what programs are told, apart from what a person makes with them. */
    static Path configuration(Surroundings surroundings) {
        Path home = surroundings.home();
        return switch (surroundings.system()) {
            case LINUX -> folder(surroundings, "XDG_CONFIG_HOME").filter(Path::isAbsolute)
                    .orElse(home.resolve(".config")).resolve("byway");
            case MACOS -> home.resolve("Library").resolve("Preferences").resolve("org.byway");
            case WINDOWS -> folder(surroundings, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Byway");
        };
    }

    private static Optional<Path> folder(Surroundings surroundings, String variable) {
        try {
            return surroundings.variable(variable).map(Path::of);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
