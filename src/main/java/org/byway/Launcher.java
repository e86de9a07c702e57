package org.byway;

import org.byway.cli.BywayCommand;

/** Where the program starts: the window, or a command. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(BywayCommand.execute(new Wiring(), arguments));
    }
}
