package org.byway.os;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is a screen to open a window on, and what draws on it. */
public final class Display {
    private Display() {}

    /** A Linux has one where X11 or Wayland says so; the other systems are taken to have one. */
    public static boolean isPresent(Surroundings surroundings) {
        return switch (surroundings.system()) {
            case LINUX -> surroundings.variable("DISPLAY").isPresent()
                    || surroundings.variable("WAYLAND_DISPLAY").isPresent();
            case MACOS, WINDOWS -> true;
        };
    }

    /**
     * Whether something else than the processor can draw. A Linux whose kernel knows no such device still has OpenGL, done by
     * the processor and a compiler in memory of its own; the other systems are taken to have one.
     */
    public static boolean isAccelerated(Surroundings surroundings) {
        return isAccelerated(surroundings, Path.of("/dev"));
    }

    static boolean isAccelerated(Surroundings surroundings, Path devices) {
        return surroundings.system() != Surroundings.Kind.LINUX || holds(devices.resolve("dri"), "{card,renderD}*")
                || holds(devices, "nvidia[0-9]*");
    }

    private static boolean holds(Path folder, String names) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            return found.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }
}
