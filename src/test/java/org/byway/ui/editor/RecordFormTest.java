package org.byway.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.carrier.TlsOptions;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.ui.editor.FormField.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFormTest {
    private static final HostPort SERVER = new HostPort("proxy.example", 1080);

    static Stream<Endpoint> endpoints() {
        String pin = "ab".repeat(32);
        return Stream.of(new Socks5Endpoint(SERVER, Optional.empty()),
                new Socks5Endpoint(SERVER, Optional.of(Login.of("anna", " s p "))),
                new Socks4Endpoint(SERVER, Optional.of(Secret.of("id")), true),
                new Socks4Endpoint(SERVER, Optional.empty(), false), new HttpProxyEndpoint(SERVER, Optional.empty()),
                new HttpProxyEndpoint(SERVER, Optional.empty(), Optional.of(TlsOptions.DEFAULT)),
                new HttpProxyEndpoint(SERVER, Optional.of(Login.of("anna", "")),
                        Optional.of(new TlsOptions(Optional.of("front.example"), List.of(pin), true))),
                new ShadowsocksEndpoint(SERVER, ShadowsocksMethod.CHACHA20_IETF_POLY1305, Secret.of("pass")),
                new UnsupportedEndpoint(SERVER, "vless", Secret.of("vless://x@y")));
    }

    static Class<?>[] kinds() {
        return Endpoint.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void theFieldsOfAnEndpointGiveTheSameEndpoint(Endpoint endpoint) throws WrongFieldException {
        assertThat(Form.of(endpoint.getClass(), endpoint).build()).isEqualTo(endpoint);
    }

    /** A new protocol needs nothing here but has to be usable. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAFormWhoseEmptyFieldsAreRefusedAtAField(Class<?> kind) {
        Form form = Form.of(kind, null);
        assertThat(form.fields()).isNotEmpty().allMatch(field -> !field.component().isBlank());
        assertThatThrownBy(form::build).isInstanceOf(WrongFieldException.class)
                .satisfies(wrong -> assertThat(form.fields()).contains(((WrongFieldException) wrong).field()));
    }

    @Test
    void secretsAreMaskedAndWordsAreChosen() {
        RecordForm form = new RecordForm(ShadowsocksEndpoint.class, null);
        assertThat(form.fields()).extracting(FormField::component).containsExactly("host", "port", "method",
                "password");
        assertThat(form.fields()).extracting(FormField::kind).containsExactly(Kind.TEXT, Kind.NUMBER, Kind.CHOICE,
                Kind.SECRET);
        assertThat(field(form, "method").choices()).contains("chacha20-ietf-poly1305");
    }

    @Test
    void theFieldThatIsWrongIsTheOneThatIsNamed() {
        RecordForm form = new RecordForm(HttpProxyEndpoint.class, null);
        assertWrong(form, "port");
        field(form, "port").text().set("99999");
        assertWrong(form, "port");
        field(form, "port").text().set("80");
        assertWrong(form, "host");
        field(form, "host").text().set("exa mple");
        assertWrong(form, "host");
        field(form, "host").text().set("example.org");
        field(form, "user").text().set("a:b");
        assertWrong(form, "user");
        field(form, "user").text().set("a");
        field(form, "tls").text().set("true");
        field(form, "pins").text().set("nothing");
        assertWrong(form, "pins");
    }

    @Test
    void anEmptyLoginIsNoneAndTlsIsThereByItsFlag() throws WrongFieldException {
        RecordForm form = new RecordForm(HttpProxyEndpoint.class, new HttpProxyEndpoint(SERVER, Optional.empty()));
        field(form, "tls").text().set("true");
        assertThat(form.build()).isEqualTo(
                new HttpProxyEndpoint(SERVER, Optional.empty(), Optional.of(TlsOptions.DEFAULT)));
    }

    /** What protocols to come may have. */
    record Later(Duration pause, long count, Optional<Integer> mtu, List<HostPort> remotes, List<String> names) {}

    @Test
    void otherTypesHaveFieldsOrAreKept() throws WrongFieldException {
        Later later = new Later(Duration.ofSeconds(5), 7, Optional.of(1280), List.of(SERVER), List.of("a", "b"));
        RecordForm form = new RecordForm(Later.class, later);
        assertThat(form.build()).isEqualTo(later);
        assertThat(form.fields()).extracting(FormField::component).doesNotContain("remotes").contains("names");
        field(form, "pause").text().set("five");
        assertThatThrownBy(form::build).isInstanceOf(WrongFieldException.class);
    }

    private static void assertWrong(RecordForm form, String component) {
        assertThatThrownBy(form::build).isInstanceOfSatisfying(WrongFieldException.class,
                wrong -> assertThat(wrong.field().component()).isEqualTo(component));
    }

    private static FormField field(RecordForm form, String component) {
        return form.fields().stream().filter(it -> it.component().equals(component)).findFirst().orElseThrow();
    }
}
