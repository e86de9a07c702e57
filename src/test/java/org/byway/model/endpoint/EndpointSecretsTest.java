package org.byway.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.ListEntry;
import org.byway.model.Problem;
import org.byway.model.Secret;
import org.byway.model.carrier.TlsOptions;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class EndpointSecretsTest {
    private static final String PLANT = "hunter2secretplant";

    /** One value of every record that the sealed interface permits, made from its components with the plant inside. */
    static Stream<Endpoint> everyKind() {
        return Arrays.stream(Endpoint.class.getPermittedSubclasses()).map(EndpointSecretsTest::planted);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void loggedEndpointShowsNoSecret(Endpoint endpoint) {
        try (SecretsInLog log = new SecretsInLog()) {
            LoggerFactory.getLogger(EndpointSecretsTest.class).info("dialling {}", endpoint);

            assertThat(log.text()).contains("dialling").doesNotContain(PLANT);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void loggedEntryShowsNoSecret(Endpoint endpoint) {
        try (SecretsInLog log = new SecretsInLog()) {
            LoggerFactory.getLogger(EndpointSecretsTest.class).debug("entry {}", ListEntry.of(endpoint, "", "pasted"));

            assertThat(log.text()).contains("entry").doesNotContain(PLANT);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindHoldsThePlant(Endpoint endpoint) {
        assertThat(secretsOf(endpoint)).isNotEmpty().allMatch(it -> it.contains(PLANT));
    }

    @Test
    void refusedPasswordIsNotRepeated() {
        Login tooLong = Login.of("user", PLANT.repeat(20));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Socks5Endpoint(new HostPort("h", 1), Optional.of(tooLong)))
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(PLANT)
                        .contains(Problem.PASSWORD_TOO_LONG.name()));
    }

    @Test
    void userNameOfSocksIsMeasuredInBytes() {
        Login login = Login.of("ж".repeat(128), "p");

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Socks5Endpoint(new HostPort("h", 1), Optional.of(login)))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.USER_TOO_LONG));
    }

    @Test
    void colonInUserNameOfBasicIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(
                () -> new HttpProxyEndpoint(new HostPort("h", 1), Optional.of(Login.of("a:b", "p"))));
    }

    @Test
    void loginThatSaysNothingIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Login.of("", ""));
    }

    /** Keys have a form of their own, into which the plant fits. */
    private static Endpoint plantedTunnel() {
        String key = PLANT + "A".repeat(25) + "=";
        WireGuardPeer peer = new WireGuardPeer(new HostPort("server.example", 51820), "A".repeat(43) + "=",
                Optional.of(Secret.of(key)), List.of(AddressBlock.parse("0.0.0.0/0")), Optional.empty(),
                Optional.empty());
        AmneziaOptions amnezia = new AmneziaOptions(AmneziaOptions.Junk.NONE,
                new AmneziaOptions.Padding(12, 12, 12, 12),
                List.of(), List.of(), AmneziaOptions.Timing.USUAL,
                new AmneziaOptions.Veil(Optional.of(Secret.of(key)), Optional.empty(), false, false));
        return new WireGuardEndpoint(Secret.of(key), List.of(AddressBlock.parse("10.0.0.2")), List.of(), 1420,
                List.of(peer), Optional.of(amnezia));
    }

    private static Endpoint planted(Class<?> kind) {
        if (kind == WireGuardEndpoint.class) {
            return plantedTunnel();
        }
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = Arrays.stream(components).map(EndpointSecretsTest::value).toArray();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Endpoint) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException notARecord) {
            throw new LinkageError("give this test a value for each component of " + kind, notARecord);
        }
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == HostPort.class) {
            return new HostPort("server.example", 1080);
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == Optional.class) {
            if (component.getName().equals("tls")) {
                return Optional.of(TlsOptions.DEFAULT);
            }
            boolean isSecret = component.getGenericType().getTypeName().contains("Secret");
            return Optional.of(isSecret ? Secret.of(PLANT) : Login.of("user", PLANT));
        }
        return type == Secret.class ? Secret.of(PLANT) : "word";
    }

    private static List<String> secretsOf(Endpoint endpoint) {
        return switch (endpoint) {
            case Socks5Endpoint socks -> socks.login().map(it -> it.password().reveal()).stream().toList();
            case Socks4Endpoint socks -> socks.userId().map(Secret::reveal).stream().toList();
            case HttpProxyEndpoint http -> http.login().map(it -> it.password().reveal()).stream().toList();
            case ShadowsocksEndpoint shadowsocks -> List.of(shadowsocks.password().reveal());
            case WireGuardEndpoint tunnel -> Stream.of(Optional.of(tunnel.privateKey()),
                    tunnel.peers().getFirst().presharedKey(),
                    tunnel.amnezia().flatMap(it -> it.veil().headerProtectionKey())).flatMap(Optional::stream)
                    .map(Secret::reveal).toList();
            case UnsupportedEndpoint unknown -> List.of(unknown.link().reveal());
        };
    }
}
