package org.byway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byway.model.endpoint.Socks5Endpoint;
import org.junit.jupiter.api.Test;

class ListEntryTest {
    private final Socks5Endpoint endpoint = new Socks5Endpoint(new HostPort("example.org", 1080), Optional.empty());

    @Test
    void fieldsThatAreNotReadAreNotPrinted() {
        ListEntry entry = new ListEntry(EndpointId.random(), endpoint, "Name", new LinkedHashSet<>(), false,
                new LinkedHashSet<>(), Map.of("private-key", "s3cret"));

        assertThat(entry.toString()).contains("Name").doesNotContain("s3cret");
    }

    @Test
    void aBlankNameBecomesTheServer() {
        assertThat(ListEntry.of(endpoint, " ", "pasted").name()).isEqualTo("example.org:1080");
    }

    @Test
    void removedEntriesComeBackToTheirPlaces() {
        ListEntry one = ListEntry.of(endpoint, "one", "a");
        ListEntry two = ListEntry.of(new Socks5Endpoint(new HostPort("example.org", 2), Optional.empty()), "two", "a");
        ListEntry three = ListEntry.of(new Socks5Endpoint(new HostPort("example.org", 3), Optional.empty()), "three",
                "a");
        EndpointList before = new EndpointList(List.of(one, two));
        EndpointList later = before.without(List.of(one.id())).with(List.of(three)).list();

        assertThat(later.withRestored(before, List.of(one.id())).entries()).containsExactly(one, two, three);
    }
}
