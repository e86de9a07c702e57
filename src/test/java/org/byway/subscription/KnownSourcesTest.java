package org.byway.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.byway.fetch.FetchLimits;
import org.byway.fetch.HttpFetcher;
import org.byway.model.ListEntry;
import org.byway.model.Source;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.byway.store.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSourcesTest {
    private static final EventLoops LOOPS = new EventLoops();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    @TempDir
    private Path folder;
    private Path file;
    private Profile profile;
    private LiveList list;
    private ListImport imports;
    private KnownSources sources;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("friends.txt");
        Files.writeString(file, "192.0.2.1:1080\n192.0.2.2:1080\nnonsense\n");
        profile = Profile.open(folder.resolve("profile"), CLOCK);
        list = new LiveList(profile.endpoints());
        list.open();
        SourceReader reader = new SourceReader(new HttpFetcher(new ServerDialer(Duration.ofSeconds(5)), LOOPS.group(),
                FetchLimits.OF_LISTS), InputStream.nullInputStream());
        imports = new ListImport(reader, profile, CLOCK);
        sources = new KnownSources(profile.sources(), imports, list, CLOCK);
    }

    @AfterAll
    static void close() {
        LOOPS.close();
    }

    @Test
    void whatWasReadIsRememberedWithItsResult() throws Exception {
        imports.add(file.toString());
        imports.add(SourceText.pasted("192.0.2.1:1080\n192.0.2.9:1080"));

        assertThat(sources.all()).extracting(Source::name).containsExactly("pasted", "friends.txt");
        assertThat(sources.all()).extracting(Source::last).containsExactly(new Source.Reading(true, 1, 1, 0),
                new Source.Reading(true, 2, 0, 1));
        assertThat(sources.all()).extracting(Source::read).containsOnly(CLOCK.instant());
        assertThat(sources.all().toString()).doesNotContain(folder.toString());
    }

    @Test
    void whatNamesNoEntryIsNoSource() throws Exception {
        imports.add(SourceText.pasted("nonsense"));

        assertThat(sources.all()).isEmpty();
    }

    @Test
    void theyAreThereAfterARestart() throws Exception {
        imports.add(file.toString());

        Profile again = Profile.open(folder.resolve("profile"), CLOCK);
        assertThat(again.sources().load().value().all()).isEqualTo(sources.all());
    }

    @Test
    void refreshingAddsWhatIsNewAndTakesNothing() throws Exception {
        imports.add(file.toString());
        Files.writeString(file, "192.0.2.2:1080\n192.0.2.3:1080\n");

        ImportReport report = sources.refresh(sources.all().getFirst(), new Cancellation());

        assertThat(report.newEntries()).isEqualTo(1);
        assertThat(names()).containsExactly("192.0.2.1:1080", "192.0.2.2:1080", "192.0.2.3:1080");
        assertThat(sources.all()).singleElement().extracting(Source::last).isEqualTo(new Source.Reading(true, 1, 1, 0));
    }

    @Test
    void aRefreshThatFailsIsRememberedAndTakesNothing() throws Exception {
        imports.add(file.toString());
        Files.delete(file);

        assertThatThrownBy(() -> sources.refresh(sources.all().getFirst(), new Cancellation()))
                .isInstanceOf(SourceException.class);

        assertThat(names()).hasSize(2);
        assertThat(sources.all()).singleElement().extracting(Source::last).isEqualTo(Source.Reading.FAILED);
    }

    @Test
    void aRefreshThatFindsNothingTakesNothing() throws Exception {
        imports.add(file.toString());
        Files.writeString(file, "");

        assertThatThrownBy(() -> sources.refresh(sources.all().getFirst(), new Cancellation()))
                .isInstanceOf(SourceException.class);
        assertThat(names()).hasSize(2);
    }

    @Test
    void removingTakesWhatCameFromNowhereElse() throws Exception {
        imports.add(file.toString());
        imports.add(SourceText.pasted("192.0.2.1:1080\n192.0.2.9:1080"));
        List<ListEntry> before = list.now().entries();

        LiveList.Restore restore = sources.remove(sources.all().getLast());

        assertThat(names()).containsExactly("192.0.2.1:1080", "192.0.2.9:1080");
        assertThat(list.now().entries()).allSatisfy(entry -> assertThat(entry.sources()).containsExactly("pasted"));
        assertThat(sources.all()).extracting(Source::name).containsExactly("pasted");

        restore.run();

        assertThat(list.now().entries()).extracting(ListEntry::id).containsExactlyElementsOf(
                before.stream().map(ListEntry::id).toList());
        assertThat(list.now().entries().getFirst().sources()).containsExactlyInAnyOrder("friends.txt", "pasted");
        assertThat(sources.all()).extracting(Source::name).containsExactly("friends.txt", "pasted");
    }

    @Test
    void ofTwoWithOneNameTheFirstToGoLeavesTheEntries() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("friends.txt");
        Files.writeString(other, "192.0.2.7:1080\n");
        imports.add(file.toString());
        imports.add(other.toString());

        sources.remove(sources.all().getFirst());

        assertThat(names()).hasSize(3);
        assertThat(sources.all()).hasSize(1);
    }

    @Test
    void whatAnOlderBywayAddedIsNamed() throws Exception {
        list.add(ListEntry.of(org.byway.importer.Importers.read("192.0.2.5:1080", "old").entries().getFirst()
                .endpoint(), "", "old.txt"));

        assertThat(sources.all()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("old.txt");
            assertThat(it.place()).isEmpty();
        });
    }

    private List<String> names() {
        return list.now().entries().stream().map(ListEntry::name).toList();
    }
}
