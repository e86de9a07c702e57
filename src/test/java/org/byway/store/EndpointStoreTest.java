package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointStoreTest {
    @TempDir
    Path folder;

    @Test
    void newProfileIsEmptyAndWithoutProblems() throws Exception {
        Loaded<EndpointList> loaded = Profile.open(folder).endpoints().load();

        assertThat(loaded).isEqualTo(new Loaded<>(EndpointList.EMPTY, Optional.empty(), List.of()));
    }

    @Test
    void everyPartOfAnEntryComesBack() throws Exception {
        EndpointList list = new EndpointList(List.of(
                new ListEntry(new EndpointId("abcdefghi1"),
                        new Socks5Endpoint(new HostPort("2001:db8::1", 1),
                                Optional.of(Login.of("п", "\ud800 : \u0000"))),
                        "Имя \ud83d\ude00", new LinkedHashSet<>(List.of("b", "a")), true,
                        new LinkedHashSet<>(List.of("list.txt", "pasted")), Map.of("remark", "{\"not\":json")),
                ListEntry.of(new HttpProxyEndpoint(new HostPort("xn--e1afmkfd.example", 65535), Optional.empty()), "n",
                        "s"),
                ListEntry.of(new UnsupportedEndpoint(new HostPort("h", 2), "vless", Secret.of("vless://u@h:2")), "v",
                        "s")));

        Profile.open(folder).endpoints().update(old -> list);

        Loaded<EndpointList> loaded = Profile.open(folder).endpoints().load();
        assertThat(loaded.value()).isEqualTo(list);
        assertThat(loaded.readFrom()).contains("endpoints.000001");
    }

    @Test
    void secretsAndServersAreNotReadableInTheFiles() throws Exception {
        Profile.open(folder).endpoints().update(old -> Lists.of("hidden.example"));

        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("s3cret",
                    "hidden");
        }
    }

    @Test
    void onlyTheOwnerMayReadAnything() throws Exception {
        Path profile = folder.resolve("new/profile");
        Profile.open(profile).endpoints().update(old -> Lists.of("a.example"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(profile)) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
    }

    @Test
    void openProfileIsClosedToOthersAndForeignFolderIsLeftAsItIs() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.createFile(shared.resolve("somebody's file"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rwxr-xr-x"));

        Profile.open(shared);
        Profile.open(empty);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared))).isEqualTo("rwxrwxrwx");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(empty))).isEqualTo("rwx------");
    }

    @Test
    void pathMayHaveSpacesAndCyrillic() throws Exception {
        Path profile = folder.resolve("мой профиль").resolve("with space");
        Profile.open(profile).endpoints().update(old -> Lists.of("a.example"));

        assertThat(Lists.hosts(Profile.open(profile).endpoints().load().value())).containsExactly("a.example");
    }

    @Test
    void fiveGenerationsAreKept() throws Exception {
        EndpointStore store = Profile.open(folder).endpoints();
        for (int i = 0; i < 8; i++) {
            String host = "h" + i + ".example";
            store.update(old -> Lists.of(host));
        }

        assertThat(files()).map(it -> it.getFileName().toString()).filteredOn(it -> it.startsWith("endpoints"))
                .containsExactlyInAnyOrder("endpoints.000004", "endpoints.000005", "endpoints.000006",
                        "endpoints.000007", "endpoints.000008");
        assertThat(Lists.hosts(store.load().value())).containsExactly("h7.example");
    }

    @Test
    void changeThatChangesNothingWritesNothing() throws Exception {
        EndpointStore store = Profile.open(folder).endpoints();
        store.update(old -> Lists.of("a.example"));
        store.update(old -> new EndpointList(old.entries()));

        assertThat(store.load().readFrom()).contains("endpoints.000001");
    }

    @Test
    void followersHearOfEachChange() throws Exception {
        EndpointStore store = Profile.open(folder).endpoints();
        List<List<String>> heard = new ArrayList<>();
        store.follow(list -> heard.add(Lists.hosts(list)));
        store.update(old -> Lists.of("a.example"));
        store.update(old -> Lists.with(old, "b.example"));

        assertThat(heard).containsExactly(List.of("a.example"), List.of("a.example", "b.example"));
    }

    @Test
    void updatesOfManyThreadsLoseNothing() throws Exception {
        Profile profile = Profile.open(folder);
        List<Thread> threads = new ArrayList<>();
        List<FutureTask<Loaded<EndpointList>>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String host = "t" + i + ".example";
            EndpointStore store = i % 2 == 0 ? profile.endpoints() : Profile.open(folder).endpoints();
            FutureTask<Loaded<EndpointList>> task = new FutureTask<>(() -> store.update(old -> Lists.with(old, host)));
            tasks.add(task);
            threads.add(Thread.ofVirtual().start(task));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (FutureTask<Loaded<EndpointList>> task : tasks) {
            task.get();
        }

        assertThat(profile.endpoints().load().value().size()).isEqualTo(20);
    }

    @Test
    void changeWithinAChangeIsRefusedInsteadOfWaitingForever() throws Exception {
        EndpointStore store = Profile.open(folder).endpoints();

        assertThatThrownBy(() -> store.update(old -> {
            try {
                return store.load().value();
            } catch (StoreException unexpected) {
                throw new AssertionError(unexpected);
            }
        })).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void networkLoopMayNotTouchTheProfile() throws Exception {
        EndpointStore store = Profile.open(folder).endpoints();
        for (String name : Set.of("byway-io-1", "byway-engine", "JavaFX Application Thread")) {
            FutureTask<Loaded<EndpointList>> task = new FutureTask<>(store::load);
            Thread.ofPlatform().name(name).start(task).join();

            assertThatThrownBy(task::get).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsSaid() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Profile.open(file)).isInstanceOfSatisfying(StoreException.class,
                it -> assertThat(it.kind()).isEqualTo(StoreException.Kind.NOT_A_FOLDER));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
