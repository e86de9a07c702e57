package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.byway.engine.Engine;
import org.byway.fetch.WebAddress;
import org.byway.importer.QrPicture;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.Settings;
import org.byway.net.EventLoops;
import org.byway.practice.PracticeNetwork;
import org.byway.subscription.OpenProfile;
import org.byway.testing.Conversation;
import org.byway.ui.shell.MainWindow;
import org.byway.ui.testing.ChosenFiles;
import org.byway.ui.testing.Drops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** One story for each screen, with the real engine, a real profile and embedded upstreams. */
@ExtendWith(ApplicationExtension.class)
class ScreenStoriesTest {
    private static final Duration NEVER = Duration.ofDays(1);
    /** Of the practice network: three proxies and a tunnel. */
    private static final int SERVERS = 4;

    private final Wiring wiring = new Wiring();
    private final EventLoops loops = new EventLoops();
    private final PracticeNetwork servers = new PracticeNetwork(loops, NEVER);
    private final Engine engine = wiring.engine();
    private final ChosenFiles desktop = new ChosenFiles();
    private OpenProfile profile;
    private MainWindow window;
    private FxRobot robot;
    private Path folder;

    @BeforeEach
    void open(FxRobot robot, @TempDir Path folder) throws Exception {
        this.robot = robot;
        this.folder = folder;
        profile = wiring.profile(Optional.of(folder.resolve("profile")));
        wiring.probeWith(List.of(WebAddress.parse("http://practice.byway/")));
        profile.list().follow(list -> engine.replace(list.entries()));
        Settings settings = Settings.DEFAULT.withLanguage(Optional.of("en"));
        profile.settings().update(kept -> settings);
        window = WaitForAsyncUtils.waitForAsyncFx(20_000,
                () -> new MainWindow(new Stage(), wiring.window(engine, profile, settings, desktop)));
        WaitForAsyncUtils.waitForAsyncFx(20_000, window::show);
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(window::close);
        engine.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);
        servers.close();
        loops.close();
        wiring.close();
    }

    /** The way in: a list is pasted anywhere, then the picture of a code is opened by the same command as the button's. */
    @Test
    void whatIsPastedAnywhereIsAdded() throws Exception {
        String links = links();
        await(() -> isSeen("#practice-button"));
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(links);
            Clipboard.getSystemClipboard().setContent(content);
            robot.lookup("#practice-button").query().requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> {
            robot.interact(() -> robot.lookup("#continue-button").tryQueryAs(ButtonBase.class)
                    .ifPresent(ButtonBase::fire));
            return isSeen("#connect-switch");
        });
        assertThat(profile.list().now().size()).isEqualTo(SERVERS);
        Path picture = folder.resolve("code.png");
        Files.write(picture,
                QrPicture.png(QrPicture.modules(Secret.of("socks5://127.0.0.1:9#Picture")).orElseThrow()));
        assertThat(profile.imports().add(picture.toString()).newEntries()).isEqualTo(1);
    }

    /** A file is chosen, dropped, written and read again; the codes of a picture as well. */
    @Test
    void filesAreReadAndWrittenWhereThePersonSays() throws Exception {
        Path list = Files.writeString(folder.resolve("мой список.txt"), links());
        await(() -> isSeen("#open-file-button"));
        desktop.toRead = List.of(list);
        robot.clickOn("#open-file-button");
        await(() -> profile.list().now().size() == SERVERS);
        await(() -> isSeen("#nav-endpoints"));

        robot.clickOn("#nav-endpoints");
        desktop.toWrite = Optional.of(folder.resolve("out.txt"));
        robot.clickOn("Practice-2").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.S);
        await(() -> Files.exists(folder.resolve("out.txt")));
        assertThat(Files.readString(folder.resolve("out.txt")).strip().lines()).hasSize(SERVERS);

        desktop.toWrite = Optional.of(folder.resolve("code.png"));
        robot.clickOn("Practice-2").push(KeyCode.CONTROL, KeyCode.R);
        await(() -> isSeen("#save-picture-button"));
        robot.clickOn("#save-picture-button");
        await(() -> Files.exists(folder.resolve("code.png")));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("Practice-2").type(KeyCode.DELETE);
        await(() -> profile.list().now().size() == SERVERS - 1);
        drop(content -> content.putFiles(List.of(folder.resolve("code.png").toFile())));
        await(() -> profile.list().now().size() == SERVERS);
        drop(content -> content.putString("socks5://127.0.0.1:9#Dropped"));
        await(() -> profile.list().now().size() == SERVERS + 1);
    }

    @Test
    void aSourceIsReadAgainAndTakenAway() throws Exception {
        String links = links();
        Path list = Files.writeString(folder.resolve("friends.txt"), links);
        desktop.toRead = List.of(list);
        await(() -> isSeen("#open-file-button"));
        robot.clickOn("#open-file-button");
        await(() -> isSeen("#nav-sources"));
        robot.clickOn("#nav-sources");
        await(() -> robot.lookup("friends.txt").tryQuery().isPresent());
        Files.writeString(list, links + "\nsocks5://127.0.0.1:9#Later");
        robot.clickOn("friends.txt").clickOn("#refresh-source-button");
        await(() -> profile.list().now().size() == SERVERS + 1);
        await(() -> robot.lookup("friends.txt: 1 new, " + SERVERS + " known, 0 unreadable").tryQuery().isPresent());
        await(() -> robot.lookup("friends.txt").tryQuery().isPresent());
        robot.clickOn("friends.txt").clickOn("#remove-source-button");
        await(() -> profile.list().now().isEmpty());
        robot.clickOn("#undo-button");
        await(() -> profile.list().now().size() == SERVERS + 1);
    }

    @Test
    void homeJoinsTelegramAndShowsTheMinute() throws Exception {
        fillAndConnect();
        page();
        robot.clickOn("#telegram-button");
        assertThat(desktop.opened).containsExactly("tg://socks?server=127.0.0.1&port=" + address().port());
        await(() -> isSeen("#traffic-chart") && !text("#connection-count").isEmpty());
    }

    @Test
    void endpointsAreSearchedTestedTaggedPinnedEditedSharedAndDeleted() throws Exception {
        fill();
        robot.clickOn("#nav-endpoints");
        robot.clickOn("#search-field").write("practice-2");
        await(() -> text("#endpoint-count").equals("1 of " + SERVERS));
        robot.clickOn("Practice-2");
        robot.clickOn("#test-button");
        await(() -> robot.lookup("1 of 1 work.").tryQuery().isPresent());
        await(() -> robot.lookup(".health-cell").queryAll().stream().map(Node::getAccessibleText)
                .anyMatch(text -> text != null && text.startsWith("Works:")));

        robot.clickOn("Practice-2").push(KeyCode.CONTROL, KeyCode.L);
        robot.clickOn("#tags-field").write("home, fast");
        robot.clickOn("#save-tags-button");
        await(() -> find("Practice-2").tags().size() == 2);
        robot.clickOn("Practice-2").push(KeyCode.CONTROL, KeyCode.P);
        await(() -> find("Practice-2").isPinned());
        robot.clickOn("#search-field").eraseText(20);
        await(() -> table("#endpoints-table").getItems().size() == SERVERS);

        robot.clickOn("Practice-2").type(KeyCode.F2);
        await(() -> isSeen("#editor-name"));
        robot.interact(() -> field("#editor-name").setText("Renamed"));
        robot.interact(() -> field("#field-port").setText("x"));
        robot.clickOn("#save-endpoint-button");
        await(() -> robot.lookup("The port is not a number from 1 to 65535.").tryQuery().isPresent());
        robot.interact(() -> field("#field-port").setText("1090"));
        robot.clickOn("#save-endpoint-button");
        await(() -> find("Renamed").endpoint().server().port() == 1090);
        await(() -> !isSeen("#editor-name"));

        robot.clickOn("Renamed").push(KeyCode.CONTROL, KeyCode.R);
        await(() -> isSeen("#qr-picture"));
        assertThat(field("#share-link").getText()).isEqualTo("socks5://127.0.0.1:1090#Renamed");
        robot.clickOn("#copy-link-button");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).endsWith("#Renamed"));
        robot.type(KeyCode.ESCAPE);
        await(() -> !isSeen("#qr-picture"));

        robot.clickOn("Renamed").type(KeyCode.DELETE);
        await(() -> profile.list().now().size() == SERVERS - 1);
        robot.clickOn("#undo-button");
        await(() -> profile.list().now().size() == SERVERS);
        assertThat(find("Renamed").tags()).containsExactly("home", "fast");
    }

    @Test
    void anEndpointIsMadeByHand() throws Exception {
        fill();
        robot.clickOn("#nav-endpoints");
        robot.clickOn("#add-by-hand-button");
        robot.clickOn("#field-host").write("proxy.example");
        robot.clickOn("#field-port").write("8080");
        robot.clickOn("#save-endpoint-button");
        await(() -> profile.list().now().size() == SERVERS + 1);
        assertThat(find("proxy.example:8080").sources()).containsExactly("by hand");
    }

    @Test
    void connectionsAreListedAndClosed() throws Exception {
        fillAndConnect();
        HostPort forwarder = address();
        robot.clickOn("#nav-connections");
        try (Conversation program = Conversation.with(forwarder)) {
            program.send((byte) 5, (byte) 1, (byte) 0).read(2);
            byte[] host = "practice.byway".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            program.send((byte) 5, (byte) 1, (byte) 0, (byte) 3, (byte) host.length).send(host)
                    .send((byte) 0, (byte) 80).read(10);
            program.send("GET / HTTP/1.1\r\nHost: practice.byway\r\n\r\n").read(20);
            await(() -> table("#connections-table").getItems().size() == 1);
            await(() -> robot.lookup("practice.byway:80").tryQuery().isPresent());
            await(() -> isSeen("#close-connection-button"));
            robot.clickOn("#close-connection-button");
            program.readToEnd();
            await(() -> table("#connections-table").getItems().isEmpty());
        }
        // where programs went is in no file of the profile
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(file -> contains(file, "practice.byway"));
        }
    }

    @Test
    void activityIsCopiedWithoutNames() throws Exception {
        fillAndConnect();
        page();
        robot.clickOn("#nav-activity");
        await(() -> robot.lookup("#activity-list .activity-line").queryAll().size() >= 2);
        robot.clickOn("#copy-activity-button");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("Endpoint-1")
                .doesNotContain("Practice-1"));
        robot.clickOn("#activity-list .list-cell");
        await(() -> isSeen("#activity-detail"));
    }

    @Test
    void settingsAreKeptAndCountAtOnce() throws Exception {
        fillAndConnect();
        robot.clickOn("#nav-settings");
        robot.interact(() -> combo("#strategy-choice").getSelectionModel().select(2));
        await(() -> profile.settings().load().value().strategy().equals(Optional.of("fastest")));
        robot.interact(() -> combo("#text-size-choice").getSelectionModel().select(2));
        await(() -> profile.settings().load().value().textPercent() == 150);
        int port = free();
        robot.interact(() -> field("#port-field").setText(String.valueOf(port)));
        robot.interact(() -> field("#login-user-field").setText("me"));
        robot.interact(() -> field("#login-password-field-input").setText("secret"));
        robot.interact(() -> ((javafx.scene.control.Button) robot.lookup("#save-listener-button").query()).fire());
        await(() -> answersWithoutLogin(port) == (byte) 0xff);
        robot.interact(() -> combo("#language-choice").getSelectionModel().select(2));
        await(() -> text("#nav-settings").equals("Настройки"));
    }

    @Test
    void aPortThatIsTakenIsLeftForAnother() throws Exception {
        fillAndConnect();
        robot.clickOn("#nav-settings");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            choosePort(taken.getLocalPort());
            robot.clickOn("#nav-home");
            await(() -> isSeen("#home-port-button"));
            robot.clickOn("#home-port-button");
            int port = free();
            choosePort(port);
            robot.clickOn("#nav-home");
            await(() -> text("#local-address").equals("127.0.0.1:" + port));
        }
    }

    private void choosePort(int port) {
        robot.interact(() -> field("#port-field").setText(String.valueOf(port)));
        robot.interact(() -> ((javafx.scene.control.Button) robot.lookup("#save-listener-button").query()).fire());
    }

    private void drop(Consumer<ClipboardContent> filling) {
        ClipboardContent content = new ClipboardContent();
        filling.accept(content);
        robot.interact(() -> Drops.drop(robot.lookup(".frame-root").query(), content));
    }

    private void fill() throws Exception {
        profile.imports().add(links());
        await(() -> isSeen("#nav-endpoints"));
    }

    private void fillAndConnect() throws Exception {
        fill();
        robot.clickOn("#nav-home");
        robot.clickOn("#connect-switch");
        await(() -> text("#local-address").matches(".*:[0-9]+"));
    }

    private String links() {
        return servers.open().stream().map(it -> "socks5://" + it.endpoint().server() + "#" + it.name())
                .collect(Collectors.joining("\n"));
    }

    private HostPort address() {
        return HostPort.parse(text("#local-address"));
    }

    private void page() throws Exception {
        var proxy = new java.net.Proxy(java.net.Proxy.Type.SOCKS,
                new java.net.InetSocketAddress(address().host(), address().port()));
        var connection = java.net.URI.create("http://practice.byway/").toURL().openConnection(proxy);
        try (var in = connection.getInputStream()) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    /** What SOCKS5 answers to a program that offers none (RFC 1928, section 3); 1 where nobody listens. */
    private static byte answersWithoutLogin(int port) {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(new byte[]{5, 1, 0});
            return socket.getInputStream().readNBytes(2)[1];
        } catch (java.io.IOException refused) {
            return 1;
        }
    }

    /** One that the system gives to nobody by itself, so that it stays free until it is listened at. */
    private static int free() {
        return ThreadLocalRandom.current().ints(20_000, 30_000).filter(ScreenStoriesTest::isFree).findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (java.io.IOException taken) {
            return false;
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private ListEntry find(String name) {
        EndpointList list = profile.list().now();
        return list.entries().stream().filter(it -> it.name().equals(name)).findFirst()
                .orElse(list.entries().getFirst());
    }

    private boolean isSeen(String id) {
        return seen(() -> robot.lookup(id).tryQuery().filter(node -> node.isVisible() && node.getScene() != null)
                .isPresent());
    }

    private String text(String id) {
        return seen(() -> robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse(""));
    }

    /** On the window's thread, which may be changing what is looked at. */
    private static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, look);
    }

    private TextInputControl field(String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private ComboBox<?> combo(String id) {
        return robot.lookup(id).queryComboBox();
    }

    private TableView<?> table(String id) {
        return robot.lookup(id).queryTableView();
    }

    private static void await(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return holds.call();
        });
    }
}
