package org.byway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.junit.jupiter.api.Test;

class EndpointListTest {
    private static final Endpoint ONE = new Socks5Endpoint(new HostPort("one.example", 1080), Optional.empty());
    private static final Endpoint TWO = new Socks5Endpoint(new HostPort("two.example", 1080), Optional.empty());

    @Test
    void newEntriesAreAppendedInTheirOrder() {
        EndpointList list = EndpointList.EMPTY.with(List.of(entry(ONE, "a"), entry(TWO, "a"))).list();

        assertThat(list.entries()).extracting(ListEntry::endpoint).containsExactly(ONE, TWO);
    }

    @Test
    void equalEndpointsBecomeOneEntry() {
        EndpointList.Merge merge = EndpointList.EMPTY.with(List.of(entry(ONE, "a"), entry(ONE, "b")));

        assertThat(merge).extracting(EndpointList.Merge::added, EndpointList.Merge::merged).containsExactly(1, 1);
    }

    @Test
    void mergedEntryKeepsItsIdAndTakesTheSource() {
        ListEntry first = entry(ONE, "a");
        ListEntry merged = EndpointList.EMPTY.with(List.of(first, entry(ONE, "b"))).list().entries().getFirst();

        assertThat(merged.id()).isEqualTo(first.id());
        assertThat(merged.sources()).containsExactly("a", "b");
    }

    @Test
    void sameServerByAnotherProtocolIsAnotherEntry() {
        Endpoint http = new HttpProxyEndpoint(ONE.server(), Optional.empty());

        assertThat(EndpointList.EMPTY.with(List.of(entry(ONE, "a"), entry(http, "a"))).added()).isEqualTo(2);
    }

    @Test
    void removedEntryIsGone() {
        ListEntry entry = entry(ONE, "a");
        EndpointList list = EndpointList.EMPTY.with(List.of(entry, entry(TWO, "a"))).list();

        assertThat(list.without(Set.of(entry.id())).find(entry.id())).isEmpty();
    }

    @Test
    void blankNameBecomesTheServer() {
        assertThat(ListEntry.of(ONE, " ", "a").name()).isEqualTo("one.example:1080");
    }

    @Test
    void idsAreTenLettersAndDigitsAndDiffer() {
        assertThat(EndpointId.random().text()).matches("[0-9a-z]{10}").isNotEqualTo(EndpointId.random().text());
    }

    private static ListEntry entry(Endpoint endpoint, String source) {
        return ListEntry.of(endpoint, "", source);
    }
}
