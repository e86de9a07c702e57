package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.byway.model.EndpointId;
import org.byway.model.Settings.Theme;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.RememberedEndpoint;
import org.byway.model.network.RememberedNetwork;
import org.byway.model.network.RememberedNetworks;
import org.byway.store.LoadProblem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkMemoryStoreTest {
    private static final NetworkIdentity.Known HOME = new NetworkIdentity.Known("home");
    private static final NetworkIdentity.Known CAFE = new NetworkIdentity.Known("cafe");
    private static final RememberedEndpoint ONE = new RememberedEndpoint(new EndpointId("0123456789"), true,
            Optional.of(Duration.ofMillis(80)), Optional.empty(), 1250, 30, 1_700_000_000L);

    @TempDir
    Path folder;
    private Profile profile;

    @BeforeEach
    void open() throws StoreException {
        profile = Profile.open(folder);
        profile.networks().open();
    }

    @Test
    void whatWasKeptComesBack() throws StoreException {
        profile.networks().keep(HOME, List.of(ONE));

        assertThat(Profile.open(folder).networks().recall(HOME)).containsExactly(ONE);
    }

    @Test
    void eachNetworkHasItsOwn() throws StoreException {
        profile.networks().keep(HOME, List.of(ONE));

        assertThat(profile.networks().recall(CAFE)).isEmpty();
    }

    @Test
    void saltStaysTheSame() throws StoreException {
        String first = profile.networks().open().value().salt();

        assertThat(first).hasSize(32);
        assertThat(Profile.open(folder).networks().open().value().salt()).isEqualTo(first);
    }

    @Test
    void networkThatWasLeftLongestAgoGoes() throws StoreException {
        for (int i = 0; i <= RememberedNetworks.MOST_NETWORKS; i++) {
            profile.networks().keep(new NetworkIdentity.Known("network " + i), List.of(ONE));
        }

        assertThat(profile.networks().load().value().networks()).hasSize(RememberedNetworks.MOST_NETWORKS)
                .extracting(RememberedNetwork::hash).doesNotContain("network 0").contains("network 1");
    }

    @Test
    void endpointsThatWereSeenLongestAgoGo() throws StoreException {
        profile.networks().keep(HOME, LongStream.rangeClosed(1, 600)
                .mapToObj(second -> new RememberedEndpoint(EndpointId.random(), true, Optional.empty(),
                        Optional.empty(), 100, 0, second))
                .toList());

        assertThat(profile.networks().recall(HOME)).hasSize(RememberedNetwork.MOST_ENDPOINTS)
                .extracting(RememberedEndpoint::seenEpochSecond).contains(600L, 101L).doesNotContain(100L);
    }

    @Test
    void fileThatCannotBeReadIsSetAsideAndLosesNothingElse() throws Exception {
        profile.settings().update(now -> now.withTheme(Theme.DARK));
        profile.networks().keep(HOME, List.of(ONE));
        for (Path file : files()) {
            Files.write(file, new byte[]{1, 2, 3});
        }
        Profile next = Profile.open(folder);
        Loaded<RememberedNetworks> loaded = next.networks().open();

        assertThat(loaded.problems()).isNotEmpty().extracting(LoadProblem::kind).containsOnly(Kind.DAMAGED);
        assertThat(next.networks().recall(HOME)).isEmpty();
        assertThat(next.settings().load().value().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void documentThatSaysSomethingElseIsSetAside() throws Exception {
        byte[] sealed = Sealed.seal(new KeyFile(folder, new DiskSteps(), java.time.Instant::now).key(), "networks",
                "{\"version\":1,\"networks\":[{\"hash\":7}]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        new Generations(folder, "networks", new DiskSteps()).add(to -> to.write(sealed));

        assertThat(profile.networks().open().problems()).extracting(LoadProblem::kind).containsExactly(Kind.DAMAGED);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        profile.networks().keep(HOME, List.of(ONE));

        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    }

    private List<Path> files() throws Exception {
        try (var all = Files.list(folder)) {
            return all.filter(it -> String.valueOf(it.getFileName()).startsWith("networks.")).toList();
        }
    }
}
