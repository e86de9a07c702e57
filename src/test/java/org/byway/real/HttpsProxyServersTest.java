package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.byway.model.HostPort;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;
import org.byway.transport.tls.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Byway over stunnel in front of tinyproxy, with certificates of all kinds; curl in front of it. */
@Tag("real")
class HttpsProxyServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGE = 32 * 1024 * 1024;

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private Path certificate = Path.of("");

    @BeforeEach
    void makeCertificate() throws Exception {
        Program.require("stunnel4");
        Path key = folder.resolve("key.pem");
        certificate = folder.resolve("certificate.pem");
        Program.Ended made = Program.run(PATIENCE, List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:prime256v1", "-nodes", "-days", "10", "-subj", "/CN=127.0.0.1", "-addext",
                "subjectAltName=IP:127.0.0.1", "-keyout", key.toString(), "-out", certificate.toString()));
        assertThat(made.code()).isZero();
        Files.writeString(folder.resolve("both.pem"), Files.readString(key) + Files.readString(certificate));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void pinnedServerCarriesALargeTransferBothWays() throws Exception {
        EchoSite site = keep(new EchoSite());
        RunningByway byway = keep(RunningByway.with(folder, server().line() + "?pin=" + pin()));
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        Path sent = Files.write(folder.resolve("sent"), large);
        Path received = folder.resolve("received");

        Program.Ended curl = Program.run(PATIENCE, List.of("curl", "-s", "-m", "50", "--socks5-hostname",
                byway.socks(), "--data-binary", "@" + sent, "-H", "Expect:", "-o", received.toString(), site.url()));

        assertThat(curl.code()).isZero();
        assertThat(Files.mismatch(sent, received)).isEqualTo(-1);
    }

    @Test
    void unknownAuthorityIsRefusedAndTheNextServerIsUsed() throws Exception {
        assertLeftBecauseOf("", "nobody known vouches");
    }

    @Test
    void anotherKeyThanThePinnedIsRefusedAndTheNextServerIsUsed() throws Exception {
        assertLeftBecauseOf("?pin=" + "0".repeat(64), "another key");
    }

    @Test
    void endsOfBothSidesGoThrough() throws Exception {
        try (LoopbackServer site = new LoopbackServer(client -> {
            client.send("first");
            client.finish();
            client.readToEnd();
        })) {
            RunningByway byway = keep(RunningByway.with(folder, server().line() + "?pin=" + pin()));
            try (Conversation client = Conversation.with(HostPort.parse(byway.socks()))) {
                client.send((byte) 5, (byte) 1, (byte) 0).read(2);
                int port = site.address().port();
                client.send((byte) 5, (byte) 1, (byte) 0, (byte) 1, (byte) 127, (byte) 0, (byte) 0, (byte) 1,
                        (byte) (port >> 8), (byte) port).read(10);

                assertThat(new String(client.readToEnd(), StandardCharsets.US_ASCII)).isEqualTo("first");
            }
        }
    }

    /** Whether the certificate is for the server's name, from how many days ago and for how long; what is said of it. */
    static Stream<Arguments> certificates() {
        return Stream.of(Arguments.of(Certificates.of("proxy.example", 1, 30), "", "certificate-of-another"),
                Arguments.of(Certificates.of("127.0.0.1", 30, 10), "", "certificate-expired"),
                Arguments.of(Certificates.of("127.0.0.1", -1, 30), "", "certificate-not-yet-valid"),
                Arguments.of(Certificates.of("127.0.0.1", 1, 30), "?pin=" + "0".repeat(64), "certificate-not-pinned"));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void testTellsApartWhatIsWrongWithACertificateOfAKnownAuthority(Certificates shown, String query, String fault)
            throws Exception {
        JsonNode verdict = verdict(server(shown.pem()).line() + query);

        assertThat(verdict.path("fault").asString()).isEqualTo(fault);
        assertThat(verdict.path("stage").asString()).isEqualTo("secure");
    }

    @Test
    void testTellsThatNobodyKnownVouchesForACertificateSignedByItself() throws Exception {
        JsonNode verdict = verdict(server().line());

        assertThat(verdict.path("fault").asString()).isEqualTo("certificate-untrusted");
        assertThat(verdict.path("stage").asString()).isEqualTo("secure");
        assertThat(verdict.path("blame").asString()).isEqualTo("upstream");
    }

    /** Or with the name that the entry gives. */
    @Test
    void testFetchesThroughACertificateOfAKnownAuthorityInTheRightName() throws Exception {
        RealServer own = server(Certificates.of("127.0.0.1", 1, 30).pem());
        assertThat(verdict(own.line()).path("works").asBoolean(false)).isTrue();
        own.close();
        RealServer named = server(Certificates.of("proxy.example", 1, 30).pem());

        assertThat(verdict(named.line() + "?sni=proxy.example").path("works").asBoolean(false)).isTrue();
    }

    /** What {@code byway test} says of one server, in a Java that trusts the authority of the tests. */
    private JsonNode verdict(String link) throws Exception {
        WebSite site = keep(new WebSite());
        List<String> command = new ArrayList<>(RunningByway.java(Certificates.trusting(folder)));
        command.addAll(List.of("test", link, "--json", "--url", site.url("/")));
        return JsonMapper.shared().readTree(Program.run(PATIENCE, command).output());
    }

    private void assertLeftBecauseOf(String query, String reason) throws Exception {
        EchoSite site = keep(new EchoSite());
        RealServer other = keep(RealServer.microsocks(folder));
        RunningByway byway = keep(RunningByway.with(folder, server().line() + query, other.line()));

        assertThat(post(byway, site)).isEqualTo("hello\n");
        assertThat(byway.await("moved").path("reason").asString()).contains(reason);
    }

    private RealServer server() throws Exception {
        return server(Files.readString(folder.resolve("both.pem")));
    }

    private RealServer server(String keyAndCertificates) throws Exception {
        RealServer tinyproxy = keep(RealServer.tinyproxy(folder));
        Path file = Files.writeString(folder.resolve("shown.pem"), keyAndCertificates);
        return keep(RealServer.stunnel(folder, tinyproxy, file));
    }

    private String pin() throws Exception {
        try (var in = Files.newInputStream(certificate)) {
            byte[] key = CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        }
    }

    private static String post(RunningByway byway, EchoSite site) throws Exception {
        return Program.run(PATIENCE, List.of("curl", "-s", "-m", "20", "--socks5-hostname", byway.socks(), "-d",
                "hello", site.url())).output();
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
