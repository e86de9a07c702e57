package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.byway.model.EndpointList;
import org.byway.store.StoppingSteps.PowerCut;
import org.byway.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedSaveTest {
    @TempDir
    Path folder;

    @Test
    void powerCutBetweenAnyTwoStepsOfASaveLeavesTheOldOrTheNew() throws Exception {
        for (int saved = 0; saved < 7; saved++) {
            boolean isComplete = false;
            for (int steps = 0; !isComplete; steps++) {
                Path profile = folder.resolve(saved + "-" + steps);
                for (int i = 0; i < saved; i++) {
                    String host = "h" + i + ".example";
                    Profile.open(profile).endpoints().update(old -> Lists.with(old, host));
                }
                isComplete = isSavedWithin(steps, profile);

                assertOldOrNew(profile, saved, isComplete);
            }
        }
    }

    @Test
    void saveAfterAPowerCutCleansUpAndCounts() throws Exception {
        isSavedWithin(1, Files.createDirectory(folder.resolve("p")));
        for (int i = 0; i < 7; i++) {
            Profile.open(folder.resolve("p")).endpoints().update(old -> Lists.with(old, "h" + old.size() + ".example"));
        }

        try (Stream<Path> files = Files.list(folder.resolve("p"))) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrder("key", "lock",
                    "endpoints.000003", "endpoints.000004", "endpoints.000005", "endpoints.000006", "endpoints.000007");
        }
    }

    @Test
    void fullDiskIsSaidAndCostsNothing() throws Exception {
        Profile.open(folder).endpoints().update(old -> Lists.of("a.example"));
        EndpointStore store = storeOver(new FailingWrites(() -> {
            try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                full.write(1);
            }
        }));

        assertFailsAs(Kind.FULL, store);
    }

    @Test
    void folderThatMayNotBeChangedIsSaidAndCostsNothing() throws Exception {
        Profile.open(folder).endpoints().update(old -> Lists.of("a.example"));
        EndpointStore store = storeOver(new FailingWrites(() -> {
            throw new AccessDeniedException("endpoints.new");
        }));

        assertFailsAs(Kind.UNWRITABLE, store);
    }

    @Test
    void otherFailureOfTheSystemIsSaidAndCostsNothing() throws Exception {
        Profile.open(folder).endpoints().update(old -> Lists.of("a.example"));
        EndpointStore store = storeOver(new FailingWrites(() -> {
            throw new IOException("Input/output error");
        }));

        assertFailsAs(Kind.FAILED, store);
    }

    private void assertFailsAs(Kind kind, EndpointStore store) throws Exception {
        assertThatThrownBy(() -> store.update(old -> Lists.with(old, "secret.example")))
                .isInstanceOfSatisfying(StoreException.class, it -> assertThat(it.kind()).isEqualTo(kind))
                .asString().doesNotContain("secret");

        Loaded<EndpointList> loaded = Profile.open(folder).endpoints().load();
        assertThat(Lists.hosts(loaded.value())).containsExactly("a.example");
        assertThat(loaded.problems()).isEmpty();
        assertThat(folder.resolve("endpoints.new")).doesNotExist();
    }

    private static boolean isSavedWithin(int steps, Path profile) throws Exception {
        StoppingSteps stopping = new StoppingSteps(steps);
        Path real = Profile.open(profile).folder();
        InstantSource clock = InstantSource.system();
        EndpointStore store = Profile.over(new ProfileFiles(real, new KeyFile(real, stopping, clock), stopping, clock))
                .endpoints();
        try {
            store.update(old -> Lists.with(old, "new.example"));
        } catch (PowerCut cut) {
            assertThat(stopping.hasStopped()).isTrue();
        }
        return !stopping.hasStopped();
    }

    private static void assertOldOrNew(Path profile, int saved, boolean isComplete) throws Exception {
        Loaded<EndpointList> loaded = Profile.open(profile).endpoints().load();
        List<String> old = Stream.iterate(0, i -> i + 1).limit(saved).map(i -> "h" + i + ".example").toList();
        List<String> fresh = Stream.concat(old.stream(), Stream.of("new.example")).toList();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Lists.hosts(loaded.value())).isIn(isComplete ? List.of(fresh) : List.of(old, fresh));
    }

    private EndpointStore storeOver(FileSteps steps) throws IOException {
        Path real = folder.toRealPath();
        InstantSource clock = InstantSource.system();
        return Profile.over(new ProfileFiles(real, new KeyFile(real, steps, clock), steps, clock)).endpoints();
    }

    @FunctionalInterface
    private interface Failure {
        void happen() throws IOException;
    }

    /** Takes the first bytes, then fails. */
    private static final class Failing extends FilterOutputStream {
        private static final int FIRST = 100;

        private final Failure failure;
        private int taken;

        Failing(OutputStream to, Failure failure) {
            super(to);
            this.failure = failure;
        }

        @Override
        public void write(int one) throws IOException {
            taken++;
            if (taken > FIRST) {
                failure.happen();
            }
            super.write(one);
        }
    }

    /** Fails amid a file. */
    private record FailingWrites(Failure failure) implements FileSteps {
        private static final FileSteps DISK = new DiskSteps();

        @Override
        public void write(Path file, Content content) throws IOException {
            DISK.write(file, to -> content.writeTo(new Failing(to, failure)));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            DISK.rename(from, to);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            DISK.syncFolder(folder);
        }

        @Override
        public void delete(Path file) throws IOException {
            DISK.delete(file);
        }
    }
}
