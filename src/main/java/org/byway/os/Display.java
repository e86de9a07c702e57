package org.byway.os;

/** Whether there is a screen to open a window on. */
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
}
