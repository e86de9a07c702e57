package org.byway;

import javafx.application.Application;
import org.byway.cli.BywayCommand;
import org.byway.cli.NoWindow;
import org.byway.os.Display;
import org.byway.os.OwnVariables;
import org.byway.os.Surroundings;

/** Where the program starts: the window, or a command. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Surroundings here = Surroundings.current();
        if (arguments.length > 0) {
            System.exit(BywayCommand.execute(new Wiring(), arguments));
        } else if (Display.isPresent(here)) {
            drawWithWhatIsThere(here);
            Application.launch(BywayApplication.class);
        } else {
            System.exit(BywayCommand.executeWithoutWindow(new Wiring(), NoWindow.NO_DISPLAY));
        }
    }

    /**
     * Without a graphics card the toolkit draws by itself, and the one below it (GTK) is kept from loading an OpenGL that nobody
     * uses: with its compiler that is 60 MB.
     */
    private static void drawWithWhatIsThere(Surroundings here) {
        if (!Display.isAccelerated(here)) {
            System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
            OwnVariables.setWhereUnset("GDK_GL", "disable");
        }
    }
}
