package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.byway.cli.BywayCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as scripts use them, over a real profile. */
class CommandsTest {
    private final Wiring wiring = new Wiring();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path folder;
    private String profile;

    @BeforeEach
    void useFolder(@TempDir Path fresh) {
        folder = fresh;
        profile = fresh.resolve("profile").toString();
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void importSaysWhatBecameOfEveryLine() throws IOException {
        Path list = list("1.2.3.4:1080", "broken", "1.2.3.4:1080", "ss://YWVzOnB3@9.9.9.9:8388#Later");

        assertThat(run("import", list.toString(), "--profile", profile)).isZero();
        assertThat(out.toString().lines()).containsExactly("Line 1: added 1.2.3.4:1080",
                "Line 2: No server is named here.", "Line 3: 1.2.3.4:1080 was there already",
                "Line 4: kept Later, of a kind that this version cannot use yet",
                "list.txt: 2 new, 1 there already, 1 not readable.");
    }

    @Test
    void importedEntriesAreListedWithoutTheirSecrets() throws IOException {
        run("import", list("socks5://someone:s3cret@5.6.7.8:99#Name").toString(), "--profile", profile);
        out.getBuffer().setLength(0);

        assertThat(run("list", "--json", "--profile", profile)).isZero();
        assertThat(out.toString()).doesNotContain("s3cret");
        JsonNode entry = JsonMapper.shared().readTree(out.toString()).path(0);
        assertThat(entry.path("name").asString()).isEqualTo("Name");
        assertThat(entry.path("server").asString()).isEqualTo("5.6.7.8:99");
        assertThat(entry.path("sources").path(0).asString()).isEqualTo("list.txt");
    }

    @Test
    void tableIsAlignedWhateverIsInIt() throws IOException {
        run("import", list("1.2.3.4:1", "socks5://5.6.7.8:99#Имя").toString(), "--profile", profile);
        out.getBuffer().setLength(0);

        run("list", "--profile", profile);
        assertThat(out.toString().lines().map(line -> line.indexOf("  ", 12))).hasSize(3);
        assertThat(out.toString().lines().map(line -> line.substring(0, 12).strip().length())).containsExactly(2, 10,
                10);
    }

    @Test
    void aSourceThatIsNotThereFailsAndNamesIt() {
        assertThat(run("import", folder.resolve("nothing.txt").toString(), "--profile", profile)).isEqualTo(1);
        assertThat(err.toString()).contains("nothing.txt").doesNotContain("Exception");
    }

    @Test
    void aProfileThatIsAFileFailsAndLeavesTheFile() throws IOException {
        Path file = list("kept");

        assertThat(run("list", "--profile", file.toString())).isEqualTo(1);
        assertThat(file).hasContent("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "import 5.6.7.8:99"})
    void aDamagedListIsSetAsideAndNamed(String line) throws IOException {
        run("import", "1.2.3.4:1080", "--profile", profile);
        Files.writeString(Path.of(profile, "endpoints.000001"), "not what was written");

        assertThat(run((line + " --profile " + profile).split(" ", -1))).isZero();
        assertThat(err.toString()).contains("endpoints.000001").contains("was damaged");
    }

    @Test
    void aTakenPortIsAnErrorWhereItWasNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            assertThat(run("run", "--socks", address, "--profile", profile)).isEqualTo(1);
            assertThat(err.toString()).contains("Another program").contains("--socks");
        }
    }

    @Test
    void onlyLoopbackIsListenedOn() {
        assertThat(run("run", "--socks", "192.0.2.1:1080", "--profile", profile)).isEqualTo(2);
        assertThat(err.toString()).contains("127.0.0.1");
    }

    /** No colon, nothing before it, nothing behind it, two lines, a user too long for SOCKS5. */
    @ParameterizedTest
    @ValueSource(strings = {"me", ":pa55", "me:", "me:pa55\nyou:pa55", "LONG:pa55"})
    void fileThatHoldsNoLoginIsWrongUsage(String content) throws IOException {
        Path file = list(content.replace("LONG", "m".repeat(256)));

        assertThat(run("run", "--login-file", file.toString(), "--profile", profile)).isEqualTo(2);
        assertThat(err.toString()).contains("255 bytes").doesNotContain("pa55");
    }

    @Test
    void fileThatIsNotThereIsWrongUsage() {
        assertThat(run("run", "--login-file", folder.resolve("none").toString(), "--profile", profile)).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "run --socks", "run --socks 127.0.0.1:99999", "run --unknown", "import",
            "list stray"})
    void wrongUsageIsCodeTwoAndASentence(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    private Path list(String... lines) throws IOException {
        return Files.writeString(folder.resolve("list.txt"), String.join("\n", lines));
    }

    private int run(String... arguments) {
        CommandLine line = BywayCommand.line(wiring);
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
