package org.byway.ui.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.engine.pool.Strategy;
import org.byway.model.Settings.Motion;
import org.byway.model.Settings.Theme;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Letters;
import org.byway.ui.control.LinesField;
import org.byway.ui.control.Page;
import org.byway.ui.control.SecretField;
import org.byway.ui.control.Texts;
import org.byway.ui.settings.SettingsViewModel.StrategyChoice;
import org.byway.words.Language;
import org.byway.words.Words;

/** The groups of settings, one under the other. */
public final class SettingsView implements ScreenView {
    private static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

    private final Words words;
    private final SettingsViewModel model;
    private final Page root;

    public SettingsView(ScreenContext context) {
        words = context.words();
        model = new SettingsViewModel(context.commands(), words);
        VBox page = new VBox(Texts.title(words.text("nav.settings")), look(), listener(), strategy(), checks());
        page.getStyleClass().add("settings-page");
        root = new Page(page);
        root.setId("settings-scroll");
    }

    private void reveal(Node part) {
        if (part.getScene() != null) {
            root.reveal(part);
        }
    }

    private Node look() {
        SettingsGroup group = new SettingsGroup(words.text("settings.look"), this::reveal);
        Choice<Theme> theme = new Choice<>("theme-choice", it -> words.constant("theme", it),
                it -> model.keep(kept -> kept.withTheme(it), group));
        Choice<Optional<Language>> language = new Choice<>("language-choice", this::name,
                it -> model.keep(kept -> kept.withLanguage(it.map(Language::tag)), group));
        Choice<Integer> size = new Choice<>("text-size-choice", it -> words.percent(it),
                it -> model.keep(kept -> kept.withTextPercent(it), group));
        CheckBox still = new CheckBox(words.text("settings.reduce-motion"));
        still.setId("reduce-motion");
        still.setWrapText(true);
        still.setOnAction(press -> model.keep(
                kept -> kept.withMotion(still.isSelected() ? Motion.REDUCED : Motion.SYSTEM), group));
        model.settings().subscribe(kept -> {
            theme.show(List.of(Theme.values()), kept.theme());
            language.show(languages(), kept.language().flatMap(Language::of));
            size.show(TEXT_SIZES, nearest(kept.textPercent()));
            still.setSelected(kept.motion() == Motion.REDUCED);
        });
        return group.with(words.text("menu.look"), theme).with(words.text("menu.language"), language)
                .with(words.text("settings.text-size"), size).with(still);
    }

    private Node listener() {
        SettingsGroup group = new SettingsGroup(words.text("settings.programs"), this::reveal);
        TextField port = technical(new TextField(), "port-field");
        port.textProperty().bindBidirectional(model.port());
        TextField user = technical(new TextField(), "login-user-field");
        user.textProperty().bindBidirectional(model.user());
        SecretField password = new SecretField(model.password(), words.text("form.reveal"));
        password.setId("login-password-field");
        Button keep = new Button(words.text("form.save"));
        keep.setId("save-listener-button");
        keep.setOnAction(press -> model.keepListener(group));
        model.settings().subscribe(kept -> {
            if (model.isLoginUnreadable()) {
                group.say(words.text("settings.login-unreadable"), org.byway.ui.control.Notice.Tone.MIXED);
            }
        });
        return group.with(words.text("field.port"), port).with(Texts.caption(words.text("settings.login-what")))
                .with(words.text("field.user"), user).with(words.text("field.password"), password).with(keep);
    }

    private Node strategy() {
        SettingsGroup group = new SettingsGroup(words.text("settings.choosing"), this::reveal);
        Label what = Texts.caption("");
        what.setId("strategy-what");
        Choice<StrategyChoice> choice = new Choice<>("strategy-choice", this::name,
                it -> model.keep(kept -> kept.withStrategy(it.strategy().text()), group));
        Runnable show = () -> {
            Strategy now = Strategy.kept(model.settings().get());
            model.strategies().get().stream().filter(it -> it.strategy().equals(now)).findFirst()
                    .ifPresent(it -> choice.show(model.strategies().get(), it));
            what.setText(words.text(key(now) + "-what"));
        };
        model.settings().subscribe(show);
        model.strategies().subscribe(show);
        return group.with(words.text("settings.strategy"), choice).with(what);
    }

    private Node checks() {
        SettingsGroup group = new SettingsGroup(words.text("settings.checks"), this::reveal);
        LinesField targets = technical(new LinesField(), "probe-targets-area");
        targets.setPrefRowCount(3);
        targets.textProperty().bindBidirectional(model.probeTargets());
        Button keep = new Button(words.text("form.save"));
        keep.setId("save-targets-button");
        keep.setOnAction(press -> model.keepProbeTargets(group));
        return group.with(Texts.caption(words.text("settings.targets-what")))
                .with(words.text("settings.targets"), targets).with(keep);
    }

    /** Ports, logins and addresses are written from the left in every language. */
    private static <T extends Region> T technical(T input, String id) {
        input.setId(id);
        input.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return input;
    }

    private static List<Optional<Language>> languages() {
        List<Optional<Language>> all = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Language.values()).map(Optional::of).forEach(all::add);
        return all;
    }

    private String name(Optional<Language> language) {
        return language.map(it -> Letters.nameOf(it, words)).orElseGet(() -> words.text("menu.language-of-system"));
    }

    private String name(StrategyChoice choice) {
        return choice.strategy() instanceof Strategy.Pinned
                ? words.naming("strategy.pinned", choice.name())
                : words.text(key(choice.strategy()));
    }

    private static String key(Strategy strategy) {
        return switch (strategy) {
            case Strategy.Automatic it -> "strategy.automatic";
            case Strategy.Ordered it -> "strategy.ordered";
            case Strategy.Fastest it -> "strategy.fastest";
            case Strategy.Spread it -> "strategy.spread";
            case Strategy.Pinned it -> "strategy.pinned";
        };
    }

    private static int nearest(int percent) {
        return TEXT_SIZES.stream().filter(it -> it >= percent).findFirst().orElse(TEXT_SIZES.getLast());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ScreenModel model() {
        return model;
    }
}
