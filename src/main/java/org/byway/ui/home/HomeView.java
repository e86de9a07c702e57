package org.byway.ui.home;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.State;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.ConnectSwitch;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The switch, the sentence, and the details under them. */
public final class HomeView implements ScreenView {
    private final HomeViewModel model;
    private final Words words;
    private final ConnectSwitch connect = new ConnectSwitch();
    private final Label headline = Texts.title("");
    private final ScrollPane root;
    private final Timeline everySecond;

    public HomeView(ScreenContext context) {
        words = context.words();
        model = new HomeViewModel(context.commands(), words, context.clock());
        everySecond = new Timeline(new KeyFrame(Duration.seconds(1), "traffic", tick -> model.tick()));
        everySecond.setCycleCount(Animation.INDEFINITE);
        connect.setId("connect-switch");
        connect.setOnAction(press -> model.toggle());
        headline.setId("state-headline");
        VBox page = new VBox(connect, headline, sentence(), addButton(context), new HomeDetails(model, words));
        page.getStyleClass().add("home-page");
        page.setAlignment(Pos.TOP_CENTER);
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
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

    private Button addButton(ScreenContext context) {
        Button add = new Button(words.text("home.add"));
        add.setId("home-add-button");
        add.setOnAction(press -> context.ways().toAdding());
        add.visibleProperty().bind(model.state().isEqualTo(State.TROUBLE));
        add.managedProperty().bind(add.visibleProperty());
        return add;
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
    public void update(EngineSnapshot snapshot) {
        model.show(snapshot);
    }

    @Override
    public void update(EndpointList list) {
        // what is in the list shows here only through what the engine selected
    }

    @Override
    public void inSight(boolean isSeen) {
        if (isSeen) {
            everySecond.play();
        } else {
            everySecond.stop();
        }
    }
}
