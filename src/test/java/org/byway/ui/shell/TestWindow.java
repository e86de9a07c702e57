package org.byway.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.standing.OpenConnection;
import org.byway.model.Destination;
import org.byway.model.EndpointList;
import org.byway.model.Secret;
import org.byway.model.Settings;
import org.byway.model.Source;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.control.TagText;
import org.byway.ui.testing.ManualFeed;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.testfx.util.WaitForAsyncUtils;

/** The window over recorded commands, filled as after an evening of use. */
final class TestWindow {
    static final EndpointList LIST = new EndpointList(List.of(
            Samples.AMSTERDAM.withTags(TagText.read("friends, fast")).withName("🇳🇱 Amsterdam"),
            Samples.OSLO.withPin(true), Samples.KEPT));

    static final List<Source> SOURCES = List.of(
            new Source("friends.txt", Optional.of(Secret.of("/home/anna/friends.txt")),
                    Samples.NOW.getEpochSecond(), new Source.Reading(true, 2, 0, 0)),
            new Source("lists.example", Optional.of(Secret.of("https://lists.example/token")),
                    Samples.NOW.minusSeconds(90_000).getEpochSecond(), Source.Reading.FAILED),
            new Source("pasted", Optional.empty(), Samples.NOW.minusSeconds(172_800).getEpochSecond(),
                    new Source.Reading(true, 1204, 36, 7)),
            new Source("practice", Optional.empty(), 0, Source.Reading.FAILED));

    final RecordedCommands commands = new RecordedCommands();
    final ManualFeed<EngineSnapshot> snapshots;
    final ManualFeed<EndpointList> lists;
    final Stage stage;
    final MainWindow window;

    private TestWindow(Settings settings, EndpointList list, EngineSnapshot snapshot) {
        snapshots = new ManualFeed<>(snapshot);
        lists = new ManualFeed<>(list);
        commands.settings = settings;
        commands.totals = java.util.Map.of(Samples.OSLO.id(), new Traffic(48_200, 1_904_000, 2));
        commands.connections.addAll(List.of(connection(2, "t.example", 18_400), connection(1, "example.org", 890_000)));
        commands.sources.addAll(SOURCES);
        stage = new Stage();
        window = new MainWindow(stage,
                new WindowParts(commands, snapshots, lists, settings,
                        address -> commands.asked.add("open " + address)));
        window.show();
    }

    static TestWindow open(Settings settings, EndpointList list, EngineSnapshot snapshot) {
        TestWindow open = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new TestWindow(settings, list, snapshot));
        settle();
        return open;
    }

    static Settings settings(Settings.Theme theme, String language) {
        return Settings.DEFAULT.withTheme(theme).withLanguage(Optional.of(language));
    }

    /** Shows that screen as a press on its way would. */
    void show(Screen screen) {
        onFx(() -> ((javafx.scene.control.ToggleButton) scene().lookup("#nav-" + screen.name()
                .toLowerCase(java.util.Locale.ROOT))).fire());
        settle();
    }

    void close() {
        onFx(window::close);
    }

    Scene scene() {
        return stage.getScene();
    }

    /** All that is seen, from the back to the front. */
    List<Node> seen() {
        List<Node> seen = new ArrayList<>();
        collect(scene().getRoot(), seen);
        return seen;
    }

    private static void collect(Node node, List<Node> seen) {
        if (node.isVisible() && node.getOpacity() > 0) {
            seen.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen));
            }
        }
    }

    static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    static Set<Screen> all() {
        return Set.of(Screen.values());
    }

    private static OpenConnection connection(long number, String host, long down) {
        return new OpenConnection(number, Destination.of(host, 443), Samples.named(Samples.OSLO),
                Samples.NOW.minusSeconds(number * 30), new Traffic(down / 20, down, 1));
    }
}
