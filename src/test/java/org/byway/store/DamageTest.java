package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.byway.model.EndpointList;
import org.byway.store.LoadProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T19:30:00Z"));
    private static final SecretKey KEY = key();
    private static final byte[] CONTENT = "{\"version\":1,\"entries\":[]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Property(tries = 500)
    void flippedBitAnywhereIsNoticed(@ForAll @IntRange(max = 1_000_000) int position,
            @ForAll @IntRange(max = 7) int bit) {
        byte[] sealed = Sealed.seal(KEY, "endpoints", CONTENT);
        sealed[position % sealed.length] ^= (byte) (1 << bit);

        assertThatThrownBy(() -> Envelope.open(KEY, "endpoints", sealed)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void sealedFileOpensAndNeverLooksTheSameTwice() throws Exception {
        byte[] sealed = Sealed.seal(KEY, "endpoints", CONTENT);

        assertThat(Envelope.open(KEY, "endpoints", sealed)).isEqualTo(CONTENT);
        assertThat(Sealed.seal(KEY, "endpoints", CONTENT)).isNotEqualTo(sealed);
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] sealed = Sealed.seal(KEY, "endpoints", CONTENT);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);

            assertThatThrownBy(() -> Envelope.open(KEY, "endpoints", cut)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void fileOfAnotherDocumentIsNotTakenForThisOne() {
        byte[] sealed = Sealed.seal(KEY, "settings", CONTENT);

        assertThatThrownBy(() -> Envelope.open(KEY, "endpoints", sealed)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void wrongKeyIsToldFromDamage() {
        byte[] sealed = Sealed.seal(KEY, "endpoints", CONTENT);

        assertThatThrownBy(() -> Envelope.open(key(), "endpoints", sealed)).isInstanceOfSatisfying(
                UnreadableException.class, it -> assertThat(it.kind()).isEqualTo(Kind.WRONG_KEY));
    }

    @Test
    void damagedNewestIsSetAsideAndTheOneBeforeIsUsed() throws Exception {
        EndpointStore store = twoGenerations();
        Path newest = folder.resolve("endpoints.000002");
        byte[] damaged = Files.readAllBytes(newest);
        damaged[damaged.length / 2] ^= 1;
        Files.write(newest, damaged);

        Loaded<EndpointList> loaded = store.load();

        String aside = "endpoints.000002.unreadable-20261122-193000";
        assertThat(Lists.hosts(loaded.value())).containsExactly("a.example");
        assertThat(loaded.readFrom()).contains("endpoints.000001");
        assertThat(loaded.problems()).containsExactly(new LoadProblem(Kind.DAMAGED, "endpoints.000002", aside));
        assertThat(folder.resolve(aside)).hasBinaryContent(damaged);
        assertThat(store.load().problems()).isEmpty();
    }

    @Test
    void fileAtEveryLengthIsSetAsideAndNoneOverwritesAnother() throws Exception {
        EndpointStore store = twoGenerations();
        byte[] whole = Files.readAllBytes(folder.resolve("endpoints.000002"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.resolve("endpoints.000002"), Arrays.copyOf(whole, length));

            assertThat(Lists.hosts(store.load().value())).containsExactly("a.example");
        }

        assertThat(names("endpoints.000002.unreadable-20261122-193000")).hasSize(whole.length);
    }

    @Test
    void newerVersionIsSetAside() throws Exception {
        EndpointStore store = twoGenerations();
        byte[] file = Files.readAllBytes(folder.resolve("endpoints.000002"));
        file[8] = 2;
        Files.write(folder.resolve("endpoints.000003"), file);
        Files.write(folder.resolve("endpoints.000004"),
                Sealed.seal(fileKey(), "endpoints", "{\"version\":2}".getBytes(StandardCharsets.UTF_8)));

        Loaded<EndpointList> loaded = store.load();

        assertThat(loaded.problems()).map(LoadProblem::kind).containsExactly(Kind.NEWER_VERSION, Kind.NEWER_VERSION);
        assertThat(Lists.hosts(loaded.value())).containsExactly("a.example", "b.example");
    }

    @Test
    void lostKeyNeverCostsTheData() throws Exception {
        EndpointStore store = twoGenerations();
        byte[] key = Files.readAllBytes(folder.resolve("key"));
        byte[] newest = Files.readAllBytes(folder.resolve("endpoints.000002"));
        Files.delete(folder.resolve("key"));

        Loaded<EndpointList> after = store.update(old -> Lists.with(old, "c.example"));

        assertThat(after.problems()).map(LoadProblem::kind).containsExactly(Kind.WRONG_KEY, Kind.WRONG_KEY);
        assertThat(Lists.hosts(store.load().value())).containsExactly("c.example");
        assertThat(folder.resolve(after.problems().getFirst().setAsideAs())).hasBinaryContent(newest);
        assertThat(Envelope.open(new SecretKeySpec(key, "AES"), "endpoints", newest)).isNotEmpty();
    }

    @Test
    void uselessKeyFileIsSetAsideToo() throws Exception {
        EndpointStore store = twoGenerations();
        Files.write(folder.resolve("key"), new byte[31]);

        assertThat(store.load().problems()).hasSize(2);
        assertThat(folder.resolve("key.unreadable-20261122-193000")).hasBinaryContent(new byte[31]);
    }

    @Test
    void garbageInEveryGenerationGivesTheFirstValue() throws Exception {
        EndpointStore store = twoGenerations();
        Files.write(folder.resolve("endpoints.000001"), new byte[0]);
        Files.writeString(folder.resolve("endpoints.000002"), "x".repeat(5000));

        Loaded<EndpointList> loaded = store.load();

        assertThat(loaded.value()).isEqualTo(EndpointList.EMPTY);
        assertThat(loaded.readFrom()).isEqualTo(Optional.empty());
        assertThat(loaded.problems()).map(LoadProblem::file).containsExactly("endpoints.000002", "endpoints.000001");
    }

    @Test
    void sealedNonsenseIsSetAside() throws Exception {
        EndpointStore store = twoGenerations();
        int number = 3;
        for (String json : List.of("", "[]", "{\"version\":1,\"entries\":7}", "{\"version\":1,\"entries\":[{\"id\":",
                "{\"version\":\"x\"}",
                "{\"version\":1,\"entries\":[", "{\"version\":1")) {
            Files.write(folder.resolve("endpoints.00000" + number),
                    Sealed.seal(fileKey(), "endpoints", json.getBytes(StandardCharsets.UTF_8)));

            assertThat(store.load().problems()).as(json).map(LoadProblem::kind).containsExactly(Kind.DAMAGED);
            number++;
        }
    }

    private EndpointStore twoGenerations() throws StoreException {
        EndpointStore store = Profile.open(folder, CLOCK).endpoints();
        store.update(old -> Lists.of("a.example"));
        store.update(old -> Lists.with(old, "b.example"));
        return store;
    }

    private SecretKey fileKey() throws IOException {
        return new SecretKeySpec(Files.readAllBytes(folder.resolve("key")), "AES");
    }

    private List<String> names(String start) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).filter(it -> it.startsWith(start)).toList();
        }
    }

    private static SecretKey key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }
}
