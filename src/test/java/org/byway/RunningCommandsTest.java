package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.byway.cli.BywayCommand;
import org.byway.control.ControlServer;
import org.byway.control.OtherWindow;
import org.byway.control.RunningProfile;
import org.byway.engine.Engine;
import org.byway.store.Profile;
import org.byway.store.StoreException;
import org.byway.subscription.ListImport;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceText;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that speak to a running Byway, and what they do where none runs. */
@SuppressWarnings("try") // that the server runs is all that a test needs of it
class RunningCommandsTest {
    private final Wiring running = new Wiring();
    private final Wiring commands = new Wiring();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private String folder = "";

    @BeforeEach
    void useFolder(@TempDir Path fresh) {
        folder = fresh.resolve("profile").toString();
    }

    @AfterEach
    void close() {
        running.close();
        commands.close();
    }

    @Test
    void statusOfNothingRunningFailsAndSaysSo() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString()).contains("not running");
        assertThat(run("status", "--json")).isEqualTo(1);
        assertThat(json()).isEqualTo(JsonMapper.shared().createObjectNode().put("running", false));
        assertThat(Path.of(folder)).doesNotExist();
    }

    @Test
    void reloadOfNothingRunningFailsAndSaysSo() {
        assertThat(run("reload")).isEqualTo(1);
        assertThat(err.toString()).contains("not running");
    }

    @Test
    void useWithNothingRunningIsKeptForTheNextStart() throws StoreException {
        run("import", "socks5://192.0.2.1:1#Berlin");

        assertThat(run("use", "Berlin")).isZero();
        assertThat(out.toString()).contains("Berlin").contains("next start");
        assertThat(settings()).hasValueSatisfying(it -> assertThat(it).startsWith("pinned:"));
        assertThat(run("use", "automatic")).isZero();
        assertThat(settings()).contains("automatic");
    }

    @Test
    void useOfAnUnknownNameNamesWhatIsNear() {
        run("import", "socks5://192.0.2.1:1#Berlin");

        assertThat(run("use", "Berlim")).isEqualTo(1);
        assertThat(err.toString()).contains("Berlim").contains("Berlin (");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void statusOfARunningOneHasItsStableFields() throws StoreException {
        run("import", "socks5://someone:s3cret@192.0.2.1:1#Berlin");
        try (ControlServer control = serve()) {
            assertThat(run("status", "--json")).isZero();

            JsonNode status = json();
            assertThat(status.propertyNames()).containsExactlyInAnyOrder("running", "pid", "state", "strategy",
                    "endpoints", "traffic");
            assertThat(status.path("running").asBoolean()).isTrue();
            assertThat(status.path("endpoints").asInt()).isOne();
            assertThat(status.path("state").asString()).isEqualTo("off");
            assertThat(out.toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void useReachesTheRunningOne() throws StoreException {
        run("import", "socks5://192.0.2.1:1#Berlin");
        try (ControlServer control = serve()) {
            assertThat(run("use", "Berlin")).isZero();
            assertThat(out.toString()).contains("Berlin").doesNotContain("next start");
            run("status", "--json");
            assertThat(json().path("strategy").asString()).startsWith("pinned:");

            assertThat(run("use", "Berlim")).isEqualTo(1);
            assertThat(err.toString()).contains("Berlin (");
        }
        assertThat(settings()).hasValueSatisfying(it -> assertThat(it).startsWith("pinned:"));
    }

    @Test
    void importIsCarriedOutByTheRunningOne() throws StoreException {
        try (ControlServer control = serve()) {
            assertThat(run("import", "192.0.2.1:1080")).isZero();
            assertThat(out.toString().lines()).containsExactly("Line 1: added 192.0.2.1:1080",
                    "pasted: 1 new, 0 there already, 0 not readable.");
            run("status", "--json");
            assertThat(json().path("endpoints").asInt()).isOne();
            assertThat(run("import", "192.0.2.1")).isEqualTo(1);
        }
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("192.0.2.1:1080");
    }

    @Test
    void reloadBringsInWhatWasChangedFromOutside() throws StoreException {
        try (ControlServer control = serve()) {
            Profile outside = Profile.open(Path.of(folder));
            new ListImport(commands.sources(), outside, InstantSource.system())
                    .add(SourceText.pasted("192.0.2.7:1080"));

            assertThat(run("reload")).isZero();
            assertThat(out.toString()).contains("1 endpoint");
        }
    }

    @Test
    void listAndExportWorkBesideARunningOne() throws StoreException {
        run("import", "socks5://someone:s3cret@192.0.2.1:1#Berlin");
        try (ControlServer control = serve()) {
            assertThat(run("list", "--json")).isZero();
            assertThat(json().path(0).path("name").asString()).isEqualTo("Berlin");
            assertThat(run("export", "--format", "links")).isZero();
            assertThat(out.toString()).isEqualTo("socks5://someone:s3cret@192.0.2.1:1#Berlin\n");
        }
    }

    @Test
    void aSecondStartBringsTheWindowForwardOrSaysThatThereIsNone() throws StoreException {
        Words english = Words.forPerson(Optional.of("en"));
        try (ControlServer control = serve()) {
            assertThat(OtherWindow.show(Path.of(folder), english).orElseThrow().trouble().orElseThrow())
                    .contains("without a window");
        }
        OpenProfile profile = running.profile(Optional.of(Path.of(folder)));
        AtomicBoolean isShown = new AtomicBoolean();
        try (ControlServer control = ControlServer.open(profile.folder(),
                new RunningProfile(running.engine(), profile, Optional.of(() -> isShown.set(true))))) {
            assertThat(OtherWindow.show(Path.of(folder), english).orElseThrow().trouble()).isEmpty();
        }
        assertThat(isShown).isTrue();
    }

    private ControlServer serve() throws StoreException {
        OpenProfile profile = running.profile(Optional.of(Path.of(folder)));
        Engine engine = running.engine();
        profile.list().follow(list -> engine.replace(list.entries()));
        return ControlServer.open(profile.folder(), new RunningProfile(engine, profile));
    }

    private Optional<String> settings() throws StoreException {
        return commands.profile(Optional.of(Path.of(folder))).settings().load().value().strategy();
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    /** Each run prints anew. */
    private int run(String command, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String[] line = new String[arguments.length + 3];
        line[0] = command;
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[line.length - 2] = "--profile";
        line[line.length - 1] = folder;
        return BywayCommand.line(commands).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(line);
    }
}
