package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.byway.engine.Engine;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.net.EventLoops;
import org.byway.practice.PracticeNetwork;
import org.byway.subscription.OpenProfile;
import org.byway.ui.shell.MainWindow;
import org.byway.ui.testing.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A person's first day, with the real engine, a real profile and embedded upstreams. */
@ExtendWith(ApplicationExtension.class)
class WindowStoryTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Wiring wiring = new Wiring();
    private final EventLoops loops = new EventLoops();
    private final PracticeNetwork servers = new PracticeNetwork(loops, NEVER);
    private final Engine engine = wiring.engine();
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        OpenProfile profile = wiring.profile(Optional.of(folder.resolve("profile")));
        profile.list().follow(list -> engine.replace(list.entries()));
        Settings settings = Settings.DEFAULT.withLanguage(Optional.of("en"));
        window = WaitForAsyncUtils.waitForAsyncFx(20_000,
                () -> new MainWindow(new Stage(), wiring.window(engine, profile, settings)));
        WaitForAsyncUtils.waitForAsyncFx(20_000, window::show);
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(window::close);
        engine.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);
        servers.close();
        loops.close();
        wiring.close();
    }

    @Test
    void importConnectAPageTheServerInUseDiesAndDisconnect(FxRobot robot) throws Exception {
        String links = servers.open().stream().map(WindowStoryTest::link).collect(Collectors.joining("\n"));
        await(robot, "#paste-area");
        robot.interact(() -> robot.lookup("#paste-area").queryTextInputControl().setText(links));
        robot.clickOn("#import-button");
        await(robot, "#continue-button");
        robot.clickOn("#continue-button");

        robot.clickOn("#connect-switch");
        awaitText(robot, "#state-headline", "Connecting");
        // the switch answers the press at once, the listener a moment later
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> text(robot, "#local-address").matches(".*:[0-9]+"));
        assertThat(page(robot)).contains("came through <b>Practice-1</b>");
        awaitText(robot, "#state-sentence", "You are connected through Practice-1.");

        servers.strike().sync();
        assertThat(page(robot)).contains("came through <b>Practice-2</b>");
        awaitText(robot, "#state-sentence", "You are connected through Practice-2.");
        awaitText(robot, "#endpoint-why", "Practice-1 refused the connection.");
        robot.interact(() -> Pictures.save(robot.lookup("#connect-switch").query().getScene(), "story-moved"));

        HostPort address = HostPort.parse(text(robot, "#local-address"));
        robot.clickOn("#connect-switch");
        awaitText(robot, "#state-headline", "Off");
        assertThat(refuses(address)).isTrue();

        robot.clickOn("#nav-activity");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".activity-line").queryAll()).hasSizeGreaterThanOrEqualTo(4);
    }

    private static String link(ListEntry entry) {
        return "socks5://" + entry.endpoint().server() + "#" + entry.name();
    }

    /** With Java's own SOCKS client, which sends the name as a name. */
    private static String page(FxRobot robot) throws IOException {
        HostPort address = HostPort.parse(text(robot, "#local-address"));
        Proxy proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(address.host(), address.port()));
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://practice.byway/").toURL()
                .openConnection(proxy);
        connection.setReadTimeout(20_000);
        connection.setRequestProperty("Connection", "close");
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean refuses(HostPort address) {
        try (var socket = new java.net.Socket(address.host(), address.port())) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static void await(FxRobot robot, String id) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> seen(
                () -> robot.lookup(id).tryQuery().filter(node -> node.isVisible()).isPresent()));
    }

    private static void awaitText(FxRobot robot, String id, String expected) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> text(robot, id).equals(expected));
        } catch (java.util.concurrent.TimeoutException late) {
            assertThat(text(robot, id)).isEqualTo(expected);
        }
    }

    private static String text(FxRobot robot, String id) {
        return seen(() -> robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse(""));
    }

    /** On the window's thread, which may be changing what is looked at. */
    private static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, look);
    }
}
