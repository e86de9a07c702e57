package org.byway.ui.home;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.byway.engine.EngineSnapshot.State;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Actions;
import org.byway.ui.control.ConnectSwitch;
import org.byway.ui.control.EverySecond;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The switch, the sentence, and the details under them. */
public final class HomeView implements ScreenView {
    private final HomeViewModel model;
    private final Words words;
    private final ScreenContext context;
    private final ConnectSwitch connect = new ConnectSwitch();
    private final Label headline = Texts.title("");
    private final ScrollPane root;
    private final EverySecond everySecond;

    public HomeView(ScreenContext context) {
        this.context = context;
        words = context.words();
        model = new HomeViewModel(context.commands(), words, context.clock());
        everySecond = new EverySecond(model::tick);
        connect.setId("connect-switch");
        connect.setOnAction(press -> model.toggle());
        headline.setId("state-headline");
        VBox page = new VBox(connect, headline, sentence(), addButton(), portButton(), new HomeDetails(model, words),
                usage());
        page.getStyleClass().add("home-page");
        page.setAlignment(Pos.TOP_CENTER);
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        model.state().subscribe(this::show);
    }

    private Label sentence() {
        Label sentence = Texts.heading("");
        sentence.setId("state-sentence");
        sentence.setAlignment(Pos.CENTER);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.textProperty().bind(model.sentence());
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        return sentence;
    }

    private Button addButton() {
        return nextStep("home-add-button", words.text("home.add"), context.ways()::toAdding, model.needsEndpoints());
    }

    private Button portButton() {
        return nextStep("home-port-button", words.text("home.port"), context.ways()::toSettings, model.needsPort());
    }

    private static Button nextStep(String id, String text, Runnable step, ReadOnlyBooleanProperty isNeeded) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("accent");
        button.setOnAction(press -> step.run());
        button.visibleProperty().bind(isNeeded);
        button.managedProperty().bind(button.visibleProperty());
        VBox.setMargin(button, new Insets(0, 0, 12, 0)); // it belongs to the sentence above, not to the details below
        return button;
    }

    /** How programs come to use it, and what it cannot cover. */
    private Node usage() {
        Button telegram = Actions.labelled("telegram-button", words.text("home.telegram"), Icon.SEND);
        telegram.setOnAction(press -> model.telegram().ifPresent(context.ways()::open));
        FlowPane buttons = new FlowPane(telegram);
        buttons.getStyleClass().add("button-line");
        buttons.setAlignment(Pos.CENTER);
        Label limits = Texts.caption(words.text("home.limits"));
        limits.setId("limits");
        limits.setMinHeight(Region.USE_PREF_SIZE);
        limits.setTextAlignment(TextAlignment.CENTER);
        VBox usage = new VBox(buttons, limits);
        usage.getStyleClass().add("home-usage");
        usage.setAlignment(Pos.TOP_CENTER);
        usage.visibleProperty().bind(model.listening().and(model.needsEndpoints().not()));
        usage.managedProperty().bind(usage.visibleProperty());
        return usage;
    }

    private void show(State state) {
        connect.show(state);
        headline.setText(words.state(state));
        connect.setAccessibleText(words.text("home.switch") + ": " + words.state(state));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ScreenModel model() {
        return model;
    }

    @Override
    public void inSight(boolean isSeen) {
        everySecond.run(isSeen);
    }
}
