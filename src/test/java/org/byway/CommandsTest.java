package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.byway.cli.BywayCommand;
import org.byway.store.StoredSettings;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
    void loginThatThisVersionCannotReadKeepsTheListenerShut() throws Exception {
        StoredSettings.write(Path.of(profile), "{\"version\":1,\"login\":{\"scheme\":\"of-another-version\"}}");

        for (String options : List.of("", " --socks 127.0.0.1:" + freePort())) {
            err.getBuffer().setLength(0);
            assertThat(run(("run --profile " + profile + options).split(" ", -1))).isEqualTo(1);
            assertThat(err.toString()).contains("\"login\"").contains("--login-file").doesNotContain("fault in Byway");
        }
        assertThat(out.toString()).isEmpty();
        assertThat(run("use", "ordered", "--profile", profile)).isZero();
        assertThat(run("run", "--profile", profile)).isEqualTo(1);
    }

    @Test
    void damagedSettingsAreSetAsideAndNamed() throws IOException {
        run("use", "ordered", "--profile", profile);
        Files.writeString(Path.of(profile, "settings.000001"), "not what was written");

        assertThat(run("list", "--profile", profile)).isZero();
        assertThat(err.toString()).contains("settings.000001").contains("was damaged");
    }

    @Test
    void fileThatIsNotThereIsWrongUsage() {
        assertThat(run("run", "--login-file", folder.resolve("none").toString(), "--profile", profile)).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "--nonsense", "run --socks", "run --socks 127.0.0.1:99999",
            "run --socks 1.2.3.4:80", "run --unknown", "run stray", "run --strategy", "run --strategy quickest",
            "run --strategy pinned:", "import", "import --profile", "import x --json", "list stray", "list --format x",
            "demo stray", "test", "test 1.2.3.4:1 --profile x", "test 1.2.3.4:1 --url ftp://x/",
            "test 1.2.3.4:1 --timeout 0", "test 1.2.3.4:1 --timeout soon", "test 1.2.3.4:1 --parallel 65", "export",
            "export --format", "export --format csv", "export --format links --out", "export --format links stray",
            "use", "use one two", "use --json", "status stray", "status --unknown", "reload stray", "reload --json"})
    void wrongUsageIsCodeTwoAndOneSentence(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("byway: ")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownFormatNamesTheFormats() {
        run("export", "--format", "csv");

        assertThat(err.toString()).contains("links, base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "test", "import", "list", "export", "demo", "use", "status", "reload"})
    void everyCommandHelps(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: byway " + command).doesNotContain("null");
    }

    @Test
    void exportGoesToAFileOfItsOwnerAndReplacesNothing() throws IOException {
        run("import", list("socks5://someone:s3cret@5.6.7.8:99#Name").toString(), "--profile", profile);
        Path file = folder.resolve("out.txt");

        assertThat(run("export", "--format", "links", "--out", file.toString(), "--profile", profile)).isZero();
        assertThat(file).hasContent("socks5://someone:s3cret@5.6.7.8:99#Name");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(run("export", "--format", "base64", "--out", file.toString(), "--profile", profile)).isEqualTo(1);
        assertThat(err.toString()).contains("--force").doesNotContain("s3cret");
        assertThat(file).hasContent("socks5://someone:s3cret@5.6.7.8:99#Name");
        assertThat(run("export", "--format", "base64", "--force", "--out", file.toString(), "--profile", profile))
                .isZero();
        assertThat(folder).isDirectoryNotContaining(it -> it.toString().endsWith(".new"));
    }

    @Test
    void testMovesBytesThroughEachServerAndSortsWhatItFinds() throws IOException {
        try (LoopbackServer works = new LoopbackServer(socksThatServes(70_000));
                LoopbackServer cuts = new LoopbackServer(socksThatServes(16_384))) {
            Path list = list("broken", "socks5://127.0.0.1:1#Dead", "socks5://" + cuts.address() + "#Cut",
                    "socks5://" + works.address() + "#Good");

            assertThat(run("test", list.toString(), "--url", "http://page.example/")).isZero();
            assertThat(out.toString().lines().skip(1).map(line -> line.split(" ", 2)[0])).containsExactly("Good", "Cut",
                    "Dead", "1");
            assertThat(out.toString()).contains("stopped after 16").contains("refused").contains("1 of 3");
            assertThat(err.toString().lines()).containsExactly("byway: Line 1: No server is named here.");
        }
    }

    @Test
    void testWithNothingThatWorksFailsAndSaysWhereInJson() throws IOException {
        assertThat(run("test", "127.0.0.1:1", "--json", "--url", "http://page.example/")).isEqualTo(1);
        JsonNode verdict = JsonMapper.shared().readTree(out.toString());
        assertThat(verdict.path("works").asBoolean(true)).isFalse();
        assertThat(verdict.path("stage").asString()).isEqualTo("connect");
        assertThat(verdict.path("fault").asString()).isEqualTo("refused");
        assertThat(verdict.path("blame").asString()).isEqualTo("upstream");
    }

    @Test
    void testSaysOfAKindThatItCannotUseThatNobodyIsToBlame() throws IOException {
        String link = "vless://id@192.0.2.1:443#Later";

        assertThat(run("test", link, "--json")).isEqualTo(1);
        JsonNode verdict = JsonMapper.shared().readTree(out.toString());
        assertThat(verdict.path("works").asBoolean(true)).isFalse();
        assertThat(verdict.path("fault").asString()).isEqualTo("unsupported");
        assertThat(verdict.path("blame").asString()).isEqualTo("this-version");
        assertThat(verdict.has("stage")).isFalse();
        assertThat(run("test", link)).isEqualTo(1);
        assertThat(out.toString()).contains("this version of Byway cannot use endpoints of the kind vless")
                .doesNotContain("to blame.)");
    }

    @Test
    void testOfAProfileLeavesItAsItIs() throws IOException {
        run("import", "127.0.0.1:1", "--profile", profile);
        List<Path> before = files();

        assertThat(run("test", "--profile", profile, "--url", "http://page.example/")).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("badLists")
    void aBadListIsRefusedInSentences(byte[] content, String said) throws IOException {
        Path list = Files.write(folder.resolve("bad.txt"), content);

        assertThat(run("import", list.toString(), "--profile", profile)).isEqualTo(1);
        assertThat(out.toString() + err).contains(said).doesNotContain("Exception").doesNotContain("fault in Byway");
        assertThat(run("test", list.toString())).isEqualTo(1);
    }

    static Stream<Arguments> badLists() {
        return Stream.of(bad("", "nothing in bad.txt"), bad("\ufeff\r\n", "nothing in bad.txt"),
                bad("\0\1\2PNG", "not text"), bad("x".repeat(1 << 20), "longer"), bad("1.2.3.4:0", "port"),
                bad("1.2.3.4:65536", "port"), bad("[fe80::1%eth0]:1080", "after %"), bad("wonder://1.2.3.4:5", "kind"),
                bad("broken\n".repeat(10_000), "10,000 not readable"),
                bad("<!doctype html><html>", "web page"));
    }

    @ParameterizedTest
    @MethodSource("oddLists")
    void anOddListIsRead(byte[] content, String name) throws IOException {
        Path list = Files.write(folder.resolve("odd.txt"), content);

        assertThat(run("import", list.toString(), "--profile", profile)).isZero();
        assertThat(out.toString()).contains("added " + name);
    }

    static Stream<Arguments> oddLists() {
        Charset cyrillic = Charset.forName("windows-1251");
        return Stream.of(Arguments.of("\ufeff1.2.3.4:1080\r\n".getBytes(StandardCharsets.UTF_8), "1.2.3.4:1080"),
                Arguments.of("\ufeff1.2.3.4:1080\r\n".getBytes(StandardCharsets.UTF_16LE), "1.2.3.4:1080"),
                Arguments.of("socks5://1.2.3.4:1080#\u0418\u043c\u044f".getBytes(cyrillic), "\u0418\u043c\u044f"),
                Arguments.of(("x".repeat(1 << 20) + "\n1.2.3.4:1080").getBytes(StandardCharsets.UTF_8),
                        "1.2.3.4:1080"));
    }

    private static Arguments bad(String content, String said) {
        return Arguments.of(content.getBytes(StandardCharsets.UTF_8), said);
    }

    /** RFC 1928 without login, and a page of 70,000 bytes behind it of which so many come. */
    private static LoopbackServer.Temper socksThatServes(int bytes) {
        return client -> {
            client.read(3);
            client.send((byte) 5, (byte) 0);
            client.read(5 + "page.example".length() + 2);
            client.send((byte) 5, (byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0,
                    (byte) 0);
            client.readHead();
            client.send("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n").send(new byte[bytes]);
        };
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(profile))) {
            return files.sorted().toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path list(String... lines) throws IOException {
        return Files.writeString(folder.resolve("list.txt"), String.join("\n", lines));
    }

    private int run(String... arguments) {
        CommandLine line = BywayCommand.line(wiring);
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
