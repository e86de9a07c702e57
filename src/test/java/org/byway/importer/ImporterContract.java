package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.carrier.TlsOptions;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;

/** What every importer promises; the test of each adopts it. */
interface ImporterContract {
    ListImporter importer();

    @Property(tries = 2000)
    default void neverThrowsOnRandomText(@ForAll("texts") String text) {
        importer().recognises(text);

        assertThat(importer().read(text, "s").verdicts()).isNotNull();
    }

    @Property(tries = 300)
    default void everyLineThatSaysSomethingHasAVerdict(@ForAll("lineLists") List<String> lines) {
        List<Integer> spoken = importer().read(String.join("\n", lines), "s").verdicts().stream().map(LineVerdict::line)
                .distinct().toList();

        for (int i = 0; i < lines.size(); i++) {
            assertThat(spoken.contains(i + 1)).as(lines.get(i)).isEqualTo(!Line.clean(lines.get(i)).isEmpty());
        }
    }

    @Property(tries = 1000)
    default void readsWhatIsWritten(@ForAll("entries") ListEntry entry) {
        String link = ShareLinks.write(entry).orElseThrow().reveal();

        assertThat(importer().read(link, "s").verdicts()).singleElement().isInstanceOfSatisfying(LineVerdict.Read.class,
                it -> {
                    assertThat(it.entry().endpoint()).isEqualTo(entry.endpoint());
                    assertThat(it.entry().name()).isEqualTo(entry.name());
                });
    }

    @Provide
    default Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of("socks5://", "http://", "vmess://", "ss://", "wg://", "vpn://",
                "[Interface]", "[Peer]", "PrivateKey=", "tg://socks?server=",
                "@", ":", "[", "]", "#",
                "%", "/", "?", "&", "=", "&amp;", "1.2.3.4", "::1", "1080", "\r", "\n", "\t", ",", ";", "|", " ", "\0",
                "\ufeff", "\ud800", "e30", "//", "<");
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(80),
                Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().all().ofMaxLength(3)).list().ofMaxSize(20)
                        .map(it -> String.join("", it)));
    }

    @Provide
    default Arbitrary<List<String>> lineLists() {
        return texts().map(it -> it.replace('\n', ' ').replace('\r', ' ')).list().ofMaxSize(8);
    }

    @Provide
    default Arbitrary<ListEntry> entries() {
        Arbitrary<HostPort> servers = Combinators.combine(
                Arbitraries.of("h.example", "1.2.3.4", "2001:db8::1", "xn--e1afmkfd", "a-b_c.example"),
                Arbitraries.integers().between(1, 65535)).as(HostPort::new);
        Arbitrary<String> words = Arbitraries.strings()
                .withChars(" :/?#[]@!$&'()*+,;=%\"<>|\\^`{}~-._aZ0\u0431\u200d\t\n\0").ofMaxLength(20);
        Arbitrary<Optional<Login>> logins = Combinators.combine(words, words)
                .as((user, password) -> user.isEmpty() && password.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Login.of(user, password)));
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 5);
        return Combinators.combine(servers, logins, words, kinds).as((server, login, name, kind) -> ListEntry
                .of(endpoint(kind, server, login), Line.name(name), "s"));
    }

    private static Endpoint endpoint(int kind, HostPort server, Optional<Login> login) {
        return switch (kind) {
            case 0 -> new Socks5Endpoint(server, login);
            case 1 -> new HttpProxyEndpoint(server, login.filter(it -> it.user().indexOf(':') < 0));
            case 3 -> new HttpProxyEndpoint(server, login.filter(it -> it.user().indexOf(':') < 0),
                    Optional.of(new TlsOptions(Optional.of(server.host()).filter(it -> server.port() % 3 == 0),
                            server.port() % 5 == 0 ? List.of("0".repeat(64), "aF".repeat(32)) : List.of(),
                            server.port() % 2 == 0)));
            case 4 -> WireGuardSamples.of(server.port(), server);
            case 2 -> new Socks4Endpoint(server,
                    login.map(Login::password).filter(it -> !it.isEmpty() && it.reveal().indexOf(0) < 0),
                    server.port() % 2 == 0);
            default -> new ShadowsocksEndpoint(server,
                    server.port() % 2 == 0 ? ShadowsocksMethod.AES_256_GCM : ShadowsocksMethod.CHACHA20_IETF_POLY1305,
                    login.map(Login::password).filter(it -> !it.isEmpty()).orElse(Secret.of("p")));
        };
    }
}
