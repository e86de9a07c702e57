package org.byway.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.byway.fetch.AnswerServer;
import org.byway.fetch.FetchException;
import org.byway.fetch.FetchLimits;
import org.byway.fetch.HttpFetcher;
import org.byway.importer.Rejection;
import org.byway.model.ListEntry;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.byway.store.EndpointStore;
import org.byway.store.Profile;
import org.byway.subscription.SourceException.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListImportTest {
    private static final EventLoops LOOPS = new EventLoops();

    @TempDir
    Path folder;
    private Profile profile;
    private EndpointStore store;

    @BeforeEach
    void openProfile() throws Exception {
        profile = Profile.open(folder.resolve("profile"));
        store = profile.endpoints();
    }

    @AfterAll
    static void endLoops() {
        LOOPS.close();
    }

    @Test
    void everyLineOfAFileHasItsOutcome() throws Exception {
        Path file = Files.writeString(folder.resolve("мой list.txt"), """
                # mine
                1.2.3.4:1080
                socks5://1.2.3.4:1080#again
                vless://u@h.example:443
                nonsense
                vless://u@h.example:443
                """);
        add("http://a.example:1", "");

        ImportReport report = add(file.toString(), "");

        assertThat(report.source()).isEqualTo("мой list.txt");
        assertThat(report.lines()).map(it -> it.line() + it.getClass().getSimpleName()).containsExactly("1Ignored",
                "2Added",
                "3AlreadyThere", "4Kept", "5Rejected", "6AlreadyThere");
        assertThat(report.newEntries()).isEqualTo(2);
        assertThat(report.count(ImportedLine.Rejected.class)).isEqualTo(1);
        assertThat(store.load().value().entries()).map(ListEntry::name).containsExactly("a.example:1", "1.2.3.4:1080",
                "h.example:443");
    }

    @Test
    void entryThatIsThereKeepsItsIdAndGainsTheSource() throws Exception {
        ListEntry first = ((ImportedLine.Added) add("socks5://h.example:1#mine", "").lines().getFirst()).entry();

        ImportReport report = add("-", "h.example:1#other");

        assertThat(report.lines()).hasSize(1).first().isInstanceOf(ImportedLine.Rejected.class);
        ImportReport again = add("-", "h.example:1 # other");
        assertThat(again.lines()).containsExactly(new ImportedLine.AlreadyThere(1, first));
        assertThat(store.load().value().entries()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(first.id());
            assertThat(it.name()).isEqualTo("mine");
            assertThat(it.sources()).containsExactly("pasted", "stdin");
        });
    }

    @Test
    void sourceWithoutEntriesChangesNothing() throws Exception {
        ImportReport report = add("-", "nonsense\nh.example:0");

        assertThat(report.lines()).containsExactly(new ImportedLine.Rejected(1, Rejection.NOT_AN_ENTRY, ""),
                new ImportedLine.Rejected(2, Rejection.BAD_PORT, "h.example"));
        assertThat(store.load().readFrom()).isEmpty();
    }

    @Test
    void addressWithAPathIsFetchedAndNamedByItsHostOnly() throws Exception {
        try (AnswerServer server = new AnswerServer(head -> AnswerServer.ok("h.example:1\nh.example:2"))) {
            ImportReport report = add("http://127.0.0.1:" + server.port() + "/list?token=secret", "");

            assertThat(report.source()).isEqualTo("127.0.0.1");
            assertThat(report.newEntries()).isEqualTo(2);
        }
    }

    @Test
    void fileThatIsTooLargeIsRefusedWithoutBeingRead() throws Exception {
        Path file = folder.resolve("large.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> add(file.toString(), "")).isInstanceOfSatisfying(SourceException.class,
                why -> assertThat(why.kind()).isEqualTo(Kind.TOO_LARGE));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(5_000_000);
    }

    @Test
    void inputThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> add("-", "x".repeat(SourceReader.MAX_BYTES + 1)))
                .isInstanceOfSatisfying(SourceException.class,
                        why -> assertThat(why.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @Test
    void addressWithoutAPathIsAProxyAndNothingIsFetched() throws Exception {
        assertThat(add("http://127.0.0.1:9", "").newEntries()).isEqualTo(1);
        assertThat(add("https://user:pass@h.example:9", "").newEntries()).isEqualTo(1);
    }

    @Test
    void pastedLinesAreReadAndUnknownSchemeIsExplained() throws Exception {
        assertThat(add("nothing\nsocks5://h.example:1", "").newEntries()).isEqualTo(1);
        assertThat(add("foo://h.example:1", "").lines())
                .containsExactly(new ImportedLine.Rejected(1, Rejection.UNKNOWN_SCHEME, "h.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file.txt", "/no/such/file", "no such file", "C:\\lists\\list.txt"})
    void missingFileIsSaid(String source) {
        assertFails(source, Kind.NOT_FOUND);
    }

    @Test
    void sourcesThatGiveNothingAreSaid() throws Exception {
        assertFails(folder.toString(), Kind.IS_FOLDER);
        assertFails(Files.createFile(folder.resolve("empty")).toString(), Kind.EMPTY);
        assertFails(Files.writeString(folder.resolve("blank"), "\ufeff \n\n").toString(), Kind.EMPTY);
        assertFails("-", Kind.EMPTY);
    }

    @Test
    void failedFetchIsSaidWithItsReasonAndWithoutTheAddress() throws Exception {
        try (AnswerServer server = new AnswerServer(head -> AnswerServer.bytes("HTTP/1.1 403 x\r\n\r\n"))) {
            String url = "http://127.0.0.1:" + server.port() + "/s?token=secret";
            assertThatThrownBy(() -> add(url, "")).hasCauseInstanceOf(FetchException.class).isInstanceOfSatisfying(
                    SourceException.class, it -> {
                        assertThat(it.kind()).isEqualTo(Kind.FETCH_FAILED);
                        assertThat(it.source()).isEqualTo("127.0.0.1");
                        assertThat(it.toString() + it.getCause()).doesNotContain("secret");
                    });
        }
    }

    @Test
    void pipeThatBreaksIsSaid() throws Exception {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> new ListImport(reader(broken), profile, InstantSource.system()).add("-"))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        it -> assertThat(it.kind()).isEqualTo(Kind.UNREADABLE));
    }

    @Test
    void whatWasGivenUpChangesNothing() throws Exception {
        Cancellation givenUp = new Cancellation();
        givenUp.ask(Thread.ofVirtual().unstarted(() -> {}));
        ListImport imports = new ListImport(reader(InputStream.nullInputStream()), profile, InstantSource.system());

        assertThatThrownBy(() -> imports.add("1.2.3.4:1080", givenUp)).isInstanceOf(CancellationException.class);

        assertThat(store.load().value().isEmpty()).isTrue();
        assertThat(profile.sources().load().value().all()).isEmpty();
    }

    @Test
    void textOfASourceIsNotPrinted() {
        assertThat(List.of(SourceText.pasted("socks5://u:hunter2@h:1")).toString()).doesNotContain("hunter2");
    }

    private void assertFails(String source, Kind kind) {
        assertThatThrownBy(() -> add(source, " ")).isInstanceOfSatisfying(SourceException.class,
                it -> assertThat(it.kind()).isEqualTo(kind));
    }

    private ImportReport add(String source, String standardInput) throws Exception {
        InputStream input = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        return new ListImport(reader(input), profile, InstantSource.system()).add(source);
    }

    private static SourceReader reader(InputStream input) {
        return new SourceReader(
                new HttpFetcher(new ServerDialer(Duration.ofSeconds(5)), LOOPS.group(), FetchLimits.OF_LISTS), input);
    }
}
