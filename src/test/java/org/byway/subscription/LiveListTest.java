package org.byway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.store.EndpointStore;
import org.byway.store.Profile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveListTest {
    private final ListEntry one = entry(1);
    private final ListEntry two = entry(2);
    private final ListEntry practice = entry(3);
    private final List<EndpointList> told = new ArrayList<>();
    private EndpointStore store;
    private LiveList list;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        store = Profile.open(folder).endpoints();
        store.update(empty -> new EndpointList(List.of(one, two)));
        list = new LiveList(store);
        assertThat(list.open()).isEmpty();
        list.follow(told::add);
    }

    @Test
    void whatIsStoredIsToldAtOnceAndAfterEachChange() throws Exception {
        store.update(before -> before.without(List.of(one.id())));

        assertThat(told).extracting(EndpointList::entries).containsExactly(List.of(one, two), List.of(two));
    }

    @Test
    void entriesOfTheSessionAreToldAndNeverSaved() throws Exception {
        list.addForSession(List.of(practice));

        assertThat(told.getLast().entries()).containsExactly(one, two, practice);
        assertThat(store.load().value().entries()).containsExactly(one, two);
    }

    @Test
    void removedEntriesComeBackWhereTheyWere() throws Exception {
        list.addForSession(List.of(practice));
        LiveList.Restore restore = list.remove(List.of(one.id(), practice.id()));
        assertThat(told.getLast().entries()).containsExactly(two);

        restore.run();

        assertThat(told.getLast().entries()).containsExactly(one, two, practice);
        assertThat(store.load().value().entries()).containsExactly(one, two);
    }

    @Test
    void whoStoppedFollowingIsToldNothing() throws Exception {
        List<EndpointList> other = new ArrayList<>();
        list.follow(other::add).run();

        list.addForSession(List.of(practice));

        assertThat(other).hasSize(1);
    }

    private static ListEntry entry(int number) {
        return ListEntry.of(new Socks5Endpoint(new HostPort("192.0.2." + number, 1080), Optional.empty()),
                "entry " + number, "test");
    }
}
