package org.byway.ui.shell;

import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Letters;
import org.byway.words.Language;
import org.byway.words.Words;

/** The look and the language; each language is written in its own letters, so that everybody finds theirs. */
final class SettingsMenu extends MenuButton {
    private final Words words;
    private final Settings settings;
    private final Choices choices;

    SettingsMenu(Words words, Settings settings, Choices choices) {
        super(words.text("menu.settings"), Icon.GEAR.sized(20));
        this.words = words;
        this.settings = settings;
        this.choices = choices;
        setId("settings-menu");
        getStyleClass().setAll("nav-item", "settings-menu");
        setMaxWidth(Double.MAX_VALUE);
        getItems().addAll(look(), language());
    }

    private Menu look() {
        Menu menu = new Menu(words.text("menu.look"));
        menu.setId("look-menu");
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = choice(group, words.constant("theme", theme), settings.theme() == theme);
            item.setId("theme-" + theme.name());
            item.setOnAction(press -> choices.choose(theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu language() {
        Menu menu = new Menu(words.text("menu.language"));
        menu.setId("language-menu");
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem system = choice(group, words.text("menu.language-of-system"), settings.language().isEmpty());
        system.setOnAction(press -> choices.chooseLanguage(Optional.empty()));
        menu.getItems().add(system);
        for (Language language : Language.values()) {
            boolean isChosen = settings.language().flatMap(Language::of).filter(language::equals).isPresent();
            RadioMenuItem item = choice(group, language.ownName(), isChosen);
            item.setId("language-" + language.tag());
            item.setOnAction(press -> choices.chooseLanguage(Optional.of(language.tag())));
            // drawing its letters takes a moment, and few look
            menu.addEventHandler(Menu.ON_SHOWING, showing -> item.setText(Letters.nameOf(language, words)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static RadioMenuItem choice(ToggleGroup group, String text, boolean isChosen) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(isChosen);
        return item;
    }
}
