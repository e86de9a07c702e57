package org.byway.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;

/** Lists for tests of this room. */
final class Lists {
    private Lists() {}

    static ListEntry entry(String host) {
        return ListEntry.of(new Socks5Endpoint(new HostPort(host, 1080), Optional.of(Login.of("user", "s3cret"))),
                "", "test");
    }

    static EndpointList of(String... hosts) {
        return new EndpointList(List.of(hosts).stream().map(Lists::entry).toList());
    }

    static EndpointList ofSize(int size) {
        return new EndpointList(IntStream.range(0, size).mapToObj(i -> entry("host-" + i + ".example")).toList());
    }

    static EndpointList with(EndpointList list, String host) {
        return list.with(List.of(entry(host))).list();
    }

    static List<String> hosts(EndpointList list) {
        return list.entries().stream().map(it -> it.endpoint().server().host()).toList();
    }
}
