package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {
    private static final String DELIMITERS = " :/?#[]@!$&'()*+,;=%\"<>\\^`{|}~";

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsWrittenReadsBackAsTheSameList(ExportFormat format) {
        EndpointList list = new EndpointList(List.of(
                entry(new Socks5Endpoint(new HostPort("192.0.2.1", 1080), Optional.empty()), ""),
                entry(new Socks5Endpoint(new HostPort("2001:db8::1", 1), login()), "Имя " + DELIMITERS),
                entry(new HttpProxyEndpoint(new HostPort("proxy.example", 65535), login()), "plus+and space"),
                entry(new UnsupportedEndpoint(new HostPort("192.0.2.9", 443), "vless",
                        Secret.of("vless://0@192.0.2.9:443?security=tls#Later")), "Later")));

        ExportFormat.Export export = format.write(list);
        List<ListEntry> back = Importers.read(export.text().reveal(), "test").entries();

        assertThat(export.leftOut()).isEmpty();
        assertThat(back).extracting(ListEntry::endpoint)
                .containsExactlyElementsOf(list.entries().stream().map(ListEntry::endpoint).toList());
        assertThat(back).extracting(ListEntry::name)
                .containsExactlyElementsOf(list.entries().stream().map(ListEntry::name).toList());
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatHasNoLinkIsLeftOutByName(ExportFormat format) {
        ListEntry stored = entry(new UnsupportedEndpoint(new HostPort("unknown.invalid", 1), "later",
                Secret.of("byway-stored:{}")), "Stored");

        assertThat(format.write(new EndpointList(List.of(stored))).leftOut()).containsExactly(stored);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anEmptyListIsWrittenAsNoEntry(ExportFormat format) {
        assertThat(Importers.read(format.write(EndpointList.EMPTY).text().reveal(), "test").entries()).isEmpty();
    }

    private static Optional<Login> login() {
        return Optional.of(Login.of("us er/@#?", "pa:ss" + DELIMITERS));
    }

    private static ListEntry entry(Endpoint endpoint, String name) {
        return ListEntry.of(endpoint, name, "test");
    }
}
