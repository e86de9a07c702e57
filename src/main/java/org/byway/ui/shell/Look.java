package org.byway.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import org.byway.model.Settings;
import org.byway.model.Settings.Motion;
import org.byway.words.Words;

/** Light or dark, how large the text is, whether anything moves: as chosen, or as the desktop is at this moment. */
public final class Look {
    private final Region content;
    private Settings settings = Settings.DEFAULT;
    private final Subscription desktop = Subscription.combine(
            Platform.getPreferences().colorSchemeProperty().subscribe(this::apply),
            Platform.getPreferences().reducedMotionProperty().subscribe(this::apply));

    /** @param content whose text becomes larger */
    Look(Region content) {
        this.content = content;
    }

    /** Of something that is said before there is a window, as the desktop is at this moment. */
    public static void alone() {
        dress(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /** In which direction all is read. */
    static NodeOrientation direction(Words words) {
        return words.language().readsFromTheRight() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    void wear(Settings chosen) {
        settings = chosen;
        apply();
        content.setStyle("-fx-font-size: " + textSize() + "px");
    }

    /** In points, of text that does not stand out. */
    double textSize() {
        return Font.getDefault().getSize() * settings.textPercent() / Settings.USUAL_TEXT;
    }

    /** Stops following the desktop. */
    void takeOff() {
        desktop.unsubscribe();
    }

    private void apply() {
        dress(isDark());
        org.byway.ui.control.Motion.reduce(
                settings.motion() == Motion.REDUCED || Platform.getPreferences().isReducedMotion());
    }

    private static void dress(boolean isDark) {
        Application.setUserAgentStylesheet(isDark
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
    }

    private boolean isDark() {
        return switch (settings.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
