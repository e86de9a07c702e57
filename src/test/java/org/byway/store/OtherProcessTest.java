package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.byway.model.EndpointList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one profile: killed while they save, and saving at the same time. */
class OtherProcessTest {
    private static final int KILLS = 100;
    private static final int AT_ONCE = 2;

    @TempDir
    static Path prepared;

    private static SavingJava java;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        java = SavingJava.prepare(prepared);
    }

    @Test
    void killingTheProgramWhileItSavesLosesNothingButTheLastChange() throws Exception {
        List<FutureTask<Integer>> killers = new ArrayList<>();
        for (int k = 0; k < AT_ONCE; k++) {
            int seed = k;
            FutureTask<Integer> killer = new FutureTask<>(() -> killAgainAndAgain(seed, KILLS / AT_ONCE));
            killers.add(killer);
            Thread.ofPlatform().start(killer);
        }
        int inMidSave = 0;
        for (FutureTask<Integer> killer : killers) {
            inMidSave += killer.get(2, TimeUnit.MINUTES);
        }

        assertThat(inMidSave).as("programs that were killed in the middle of a save").isGreaterThan(KILLS / 4);
    }

    @Test
    void twoProgramsSavingAtOnceLoseNoUpdate() throws Exception {
        Process one = java.start(folder, "a", 30);
        Process other = java.start(folder, "b", 30);
        drain(one);
        drain(other);

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(Lists.hosts(Profile.open(folder).endpoints().load().value())).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, 60).mapToObj(i -> (i < 30 ? "a" : "b") + i % 30 + ".example").toList());
    }

    /** Gives the number of programs that had begun a save and not told of its end. */
    private int killAgainAndAgain(int seed, int times) throws Exception {
        Random random = new Random(seed);
        Path profile = folder.resolve("killed " + seed);
        List<String> known = List.of();
        int inMidSave = 0;
        for (int i = 0; i < times; i++) {
            String prefix = "k" + i + "n";
            List<String> said = killed(profile, prefix, random.nextInt(20_000_000));
            int saved = (int) said.stream().filter(it -> it.startsWith("saved ")).count();
            Loaded<EndpointList> loaded = Profile.open(profile).endpoints().load();

            assertThat(loaded.problems()).isEmpty();
            assertThat(Lists.hosts(loaded.value())).isIn(with(known, prefix, saved), with(known, prefix, saved + 1));
            inMidSave += said.getLast().startsWith("saving ") ? 1 : 0;
            known = Lists.hosts(loaded.value());
        }
        return inMidSave;
    }

    /** Kills it some nanoseconds after its first save, while it goes on saving; gives what it had said. */
    private static List<String> killed(Path profile, String prefix, int nanos) throws Exception {
        Process process = java.start(profile, prefix, 1000);
        List<String> said = new ArrayList<>();
        try (BufferedReader output = reader(process)) {
            said.add(output.readLine());
            said.add(output.readLine());
            assertThat(said).containsExactly("saving 0", "saved 0");
            LockSupport.parkNanos(nanos);
            // through the handle, which leaves open what the program has said; the signal is the same, SIGKILL
            process.toHandle().destroyForcibly();
            process.waitFor();
            output.lines().filter(it -> it.matches("sav(ing|ed) [0-9]+")).forEach(said::add);
        }
        return said;
    }

    private static List<String> with(List<String> known, String prefix, int more) {
        List<String> all = new ArrayList<>(known);
        IntStream.range(0, more).forEach(i -> all.add(prefix + i + ".example"));
        return all;
    }

    private static void drain(Process process) throws IOException {
        try (BufferedReader said = reader(process)) {
            assertThat(said.lines().filter(it -> !it.startsWith("sav"))).isEmpty();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
