package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.health.HealthState;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.control.TagText;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with rows, without a toolkit. */
class EndpointWorkTest {
    private static final ProbeVerdict WORKS = new ProbeVerdict.Works(Duration.ofMillis(50), Duration.ofMillis(90),
            Duration.ofMillis(400), 65_536);

    private final RecordedCommands commands = new RecordedCommands();
    private final Words words = Words.forPerson(Optional.of("en"));
    private final LongWork atOnce = new LongWork(Runnable::run, Runnable::run);
    private final EndpointsViewModel model = new EndpointsViewModel(commands, words, atOnce);
    private final EndpointWork work = new EndpointWork(commands, words, atOnce);
    private final EndpointTests tests = new EndpointTests(model, work, commands, words);

    @BeforeEach
    void show() {
        model.show(Samples.THREE);
    }

    @ParameterizedTest
    @CsvSource({"amster, 1", "AMSTER, 1", "198.51.100, 1", "socks5, 1", "proxy oslo, 1", "vless, 1", "кати, 1",
            "nothing, 0", "'', 3", "'  ', 3", "o, 2"})
    void searchLooksAtNameServerAndProtocol(String text, int found) {
        model.search(text);
        assertThat(model.found().get()).hasSize(found);
    }

    @Test
    void searchLooksAtTagsAndCountriesToo() {
        model.show(new EndpointList(List.of(Samples.AMSTERDAM.withTags(TagText.read("friends")),
                Samples.OSLO.withName("🇳🇴 Oslo"))));
        model.search("friends");
        assertThat(names()).containsExactly("Amsterdam");
        model.search("norway");
        assertThat(names()).containsExactly("🇳🇴 Oslo");
    }

    @Test
    void anEntryThatIsRenamedIsFoundUnderItsNewName() {
        model.search("amsterdam");
        model.show(new EndpointList(List.of(Samples.AMSTERDAM.withName("Rotterdam"), Samples.OSLO)));
        model.search("rotterdam");
        assertThat(names()).containsExactly("Rotterdam");
    }

    @Test
    void pinningTakesAllOrWhereAllArePinnedNone() {
        work.pin(model.rows().subList(0, 2));
        assertThat(commands.edited).allMatch(ListEntry::isPinned).hasSize(2);
        commands.list = new EndpointList(List.of(Samples.AMSTERDAM.withPin(true)));
        model.show(commands.list);
        commands.edited.clear();
        work.pin(model.rows());
        assertThat(commands.edited).noneMatch(ListEntry::isPinned).hasSize(1);
    }

    @Test
    void aPinPutsTheRowsInOrderAgain() {
        model.show(new EndpointList(List.of(Samples.AMSTERDAM, Samples.OSLO.withPin(true))));
        assertThat(names()).containsExactly("Oslo, the library", "Amsterdam");
    }

    @Test
    void tagsThatOnlySomeHaveStay() {
        commands.list = new EndpointList(
                List.of(Samples.AMSTERDAM.withTags(TagText.read("both,mine")),
                        Samples.OSLO.withTags(TagText.read("both"))));
        model.show(commands.list);
        assertThat(TagSheet.ofAll(model.rows())).containsExactly("both");
        work.tag(model.rows(), Set.of("new"), Set.of("both"));
        assertThat(commands.edited.getFirst().tags()).containsExactly("mine", "new");
        assertThat(commands.edited.getLast().tags()).containsExactly("new");
    }

    @Test
    void linksAreCopiedWithTheirPasswordsAndSaidToHaveThem() {
        List<String> copied = new ArrayList<>();
        work.copy(model.rows(), copied::add);
        assertThat(copied).containsExactly("""
                socks5://anna:hunter2@198.51.100.24:1080#Amsterdam
                http://proxy.oslo.example:3128#Oslo%2C%20the%20library
                vless://secret@host
                """);
        assertThat(work.news().get().sentence()).isEqualTo("3 links were copied. Passwords are in them.");
    }

    @Test
    void exportSaysHowMany() {
        work.export(model.rows(), Path.of("list.txt"));
        assertThat(commands.asked).containsExactly("export 3 to list.txt");
        assertThat(work.news().get().sentence()).startsWith("3 links were saved.");
    }

    @Test
    void aTestTellsHowFarItIsAndWhatItFound() {
        tests.begin(model.rows());
        assertThat(commands.asked).containsExactly("test [Amsterdam, Oslo, the library]");
        tests.tested(Samples.AMSTERDAM, WORKS);
        assertThat(tests.sentence().get()).isEqualTo("1 of 2, 1 work");
        assertThat(tests.progress().get()).isEqualTo(0.5);
        tests.tested(Samples.OSLO, new ProbeVerdict.NoAnswer(Duration.ofMillis(1)));
        tests.ended();
        assertThat(tests.running().get()).isFalse();
        assertThat(work.news().get().sentence()).isEqualTo("1 of 2 work.");
        assertThat(model.rows().getFirst().state().get().health()).isEqualTo(HealthState.ALIVE);
        assertThat(model.rows().getFirst().state().get().firstByte()).contains(Duration.ofMillis(90));
        assertThat(model.rows().get(1).state().get().health()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void aTestThatIsCancelledSaysWhatIsLeft() {
        tests.begin(model.rows());
        tests.tested(Samples.AMSTERDAM, WORKS);
        tests.cancel();
        assertThat(work.news().get().sentence()).isEqualTo("1 of 1 work. Still to be tested: 1.");
    }

    @Test
    void onlyOneTestRunsAndOneOfNothingIsSaid() {
        tests.begin(List.of(model.rows().getLast()));
        assertThat(work.news().get().sentence()).isEqualTo("There is nothing here that could be tested.");
        tests.begin(model.rows());
        tests.begin(model.rows());
        assertThat(commands.asked).hasSize(1);
    }

    @Test
    void whatProgramsMeetCountsForMoreThanATest() {
        tests.begin(model.rows());
        tests.tested(Samples.AMSTERDAM, WORKS);
        model.show(Samples.on());
        assertThat(model.rows().getFirst().state().get().health()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void aServerThatWasEditedIsUntestedAgain() {
        tests.begin(model.rows());
        tests.tested(Samples.AMSTERDAM, WORKS);
        model.show(new EndpointList(List.of(Samples.AMSTERDAM.withEndpoint(Samples.OSLO.endpoint()))));
        assertThat(model.rows().getFirst().state().get().health()).isEqualTo(HealthState.UNKNOWN);
    }

    @Test
    void totalsAreShownByEndpoint() {
        model.show(Samples.on());
        commands.totals = Map.of(Samples.OSLO.id(), new Traffic(100, 900, 2));
        model.tick();
        assertThat(model.rows().get(1).state().get().bytes()).isEqualTo(1000);
    }

    private List<String> names() {
        return model.found().get().stream().map(row -> row.entry().name()).toList();
    }
}
