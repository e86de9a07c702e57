package org.byway;

import javafx.application.Application;
import org.byway.cli.BywayCommand;
import org.byway.cli.NoWindow;
import org.byway.os.Display;
import org.byway.os.Surroundings;

/** Where the program starts: the window, or a command. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(BywayCommand.execute(new Wiring(), arguments));
        } else if (Display.isPresent(Surroundings.current())) {
            Application.launch(BywayApplication.class);
        } else {
            System.exit(BywayCommand.executeWithoutWindow(new Wiring(), NoWindow.NO_DISPLAY));
        }
    }
}
