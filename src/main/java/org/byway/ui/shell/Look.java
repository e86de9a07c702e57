package org.byway.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.byway.model.Settings.Theme;

/** Light or dark: as chosen, or as the desktop is at this moment. */
final class Look {
    private Theme theme = Theme.SYSTEM;
    private final Subscription desktop = Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);

    void wear(Theme chosen) {
        theme = chosen;
        apply();
    }

    /** Stops following the desktop. */
    void takeOff() {
        desktop.unsubscribe();
    }

    private void apply() {
        Application.setUserAgentStylesheet(isDark()
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
    }

    private boolean isDark() {
        return switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
