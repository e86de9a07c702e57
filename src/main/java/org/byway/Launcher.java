package org.byway;

/** Where the program starts: the window, or a command. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.out.println("Byway");
    }
}
