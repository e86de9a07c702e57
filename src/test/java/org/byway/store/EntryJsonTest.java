package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.junit.jupiter.api.Test;

class EntryJsonTest {
    private final EndpointListFormat format = new EndpointListFormat();

    @Test
    void storedFormIsTheOneOfVersionOne() throws Exception {
        String json = """
                {"version":1,"entries":[{"id":"abcdefghi1","name":"n","endpoint":{"type":"socks5","server":"h.example:1080",\
                "login":{"user":"u","password":"p"}},"tags":["t"],"pinned":true,"sources":["s"],"unknown":{"k":"v"}},\
                {"id":"abcdefghi2","name":"n","endpoint":{"type":"httpProxy","server":"[2001:db8::1]:8080"},"sources":["s"]},\
                {"id":"abcdefghi3","name":"n","endpoint":{"type":"unsupported","server":"h.example:443","protocol":"vless",\
                "link":"vless://x"},"sources":["s"]}]}""";

        assertThat(rewritten(json)).isEqualTo(json);
        assertThat(read(json).entries()).map(it -> it.endpoint().protocol()).containsExactly("socks5", "http", "vless");
    }

    @Test
    void everyKindOfEndpointHasAWordOfItsOwn() {
        assertThat(Endpoint.class.getPermittedSubclasses()).allSatisfy(kind -> assertThat(
                RecordJson.permitted(Endpoint.class, RecordJson.word(Endpoint.class, kind))).contains(kind));
    }

    @Test
    void fieldsOfANewerVersionSurviveARewrite() throws Exception {
        String json = """
                {"version":1,"entries":[{"id":"abcdefghi1","name":"n","endpoint":{"type":"socks5","server":"h.example:1080",\
                "udp":{"port":[1,2.125000000000000000000000001,null]}},"sources":["s"],"note":"\\u043F","colour":{"r":1}}],"groups":[{"a":null}],"next":7}""";

        ListEntry entry = read(json).entries().getFirst();
        assertThat(entry.endpoint()).isInstanceOf(Socks5Endpoint.class);
        assertThat(entry.unknown()).containsEntry("stored:entry/colour", "{\"r\":1}");
        assertThat(sorted(rewritten(json))).isEqualTo(sorted(json));
    }

    @Test
    void endpointOfANewerVersionIsKeptWhole() throws Exception {
        String json = """
                {"version":1,"entries":[{"id":"abcdefghi1","name":"n","endpoint":{"type":"trojan","server":"h.example:443",\
                "password":"p","tls":{"sni":"x"}},"sources":["s"]}]}""";

        ListEntry entry = read(json).entries().getFirst();
        assertThat(entry.endpoint()).isInstanceOfSatisfying(UnsupportedEndpoint.class, it -> {
            assertThat(it.protocol()).isEqualTo("trojan");
            assertThat(it.server()).hasToString("h.example:443");
            assertThat(it.toString()).doesNotContain("sni");
        });
        assertThat(rewritten(json)).isEqualTo(json);
    }

    @Test
    void endpointThatCannotBeReadIsKeptWhole() throws Exception {
        for (String endpoint : List.of("{\"type\":\"socks5\",\"server\":\"h.example:99999\"}", "{\"type\":\"socks5\"}",
                "{\"type\":7,\"server\":[1]}",
                "{\"type\":\"socks5\",\"server\":\"h:1\",\"login\":{\"user\":\"\",\"password\":\"\"}}",
                "{\"type\":\"socks5\",\"server\":\"h:1\",\"login\":\"text\"}", "{}")) {
            String json = "{\"version\":1,\"entries\":[{\"id\":\"abcdefghi1\",\"name\":\"n\",\"endpoint\":" + endpoint
                    + ",\"sources\":[\"s\"]}]}";

            assertThat(read(json).entries().getFirst().endpoint()).isInstanceOf(UnsupportedEndpoint.class);
            assertThat(rewritten(json)).isEqualTo(json);
        }
    }

    @Test
    void settingsOfANewerVersionAreKeptOrAsAtTheFirstStart() throws Exception {
        SettingsFormat settings = new SettingsFormat();
        String json = "{\"version\":1,\"listen\":\"127.0.0.1:1081\",\"theme\":\"SEPIA\",\"sound\":{\"on\":true}}";

        Document<Settings> read = settings.read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(read.value().listen()).hasToString("Optional[127.0.0.1:1081]");
        assertThat(read.value().theme()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(new String(Sealed.json(settings, read), StandardCharsets.UTF_8)).contains("\"sound\":{\"on\":true}");
    }

    @Test
    void loginOfLocalProgramsIsKept() throws Exception {
        SettingsFormat format = new SettingsFormat();
        Settings settings = Settings.DEFAULT.withLogin(Optional.of(Login.of("me", "p:w")));

        assertThat(format.read(Sealed.json(format, new Document<>(settings, Map.of()))).value()).isEqualTo(settings);
    }

    private EndpointList read(String json) throws UnreadableException {
        return format.read(json.getBytes(StandardCharsets.UTF_8)).value();
    }

    private String rewritten(String json) throws UnreadableException {
        return new String(Sealed.json(format, format.read(json.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
    }

    /** Unknown fields may change their places. */
    private static List<Integer> sorted(String json) {
        return json.chars().sorted().boxed().toList();
    }
}
