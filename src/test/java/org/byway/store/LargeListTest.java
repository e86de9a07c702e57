package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.testing.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeListTest {
    private static final Duration BEARABLE = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    @Test
    void fiftyThousandEntriesAreSavedAndLoadedAtOnce() throws Throwable {
        EndpointStore store = Profile.open(folder).endpoints();
        EndpointList list = Lists.ofSize(50_000);
        Iterator<ListEntry> victims = list.entries().iterator();

        Duration save = CpuTime.least(BEARABLE, () -> store.update(old -> list.without(Set.of(victims.next().id()))));
        Duration load = CpuTime.least(BEARABLE, () -> assertThat(store.load().value().size()).isEqualTo(49_999));

        assertThat(load).isLessThan(BEARABLE);
        assertThat(save).isLessThan(BEARABLE);
    }
}
