package org.byway.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byway.fetch.AnswerServer.bytes;
import static org.byway.fetch.AnswerServer.ok;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.byway.fetch.FetchException.Kind;
import org.byway.model.Destination;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.byway.net.StreamDialer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsFetchTest {
    private static final EventLoops LOOPS = new EventLoops();
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static ServerSocketFactory sockets = ServerSocketFactory.getDefault();
    private static SslContext trusting;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "EC",
                "-keystore", file.toString(), "-storepass", "changeit", "-dname", "CN=secure.example", "-ext",
                "san=dns:secure.example", "-alias", "server", "-validity", "3650").redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        sockets = context.getServerSocketFactory();
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, PASSWORD);
        certificates.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        trusting = HttpFetcher.verifying(SslContextBuilder.forClient().trustManager(trust));
    }

    @AfterAll
    static void endLoops() {
        LOOPS.close();
    }

    @Test
    void protectedAnswerIsRead() throws Exception {
        assertThat(fetch(head -> ok("x".repeat(50_000)), "https://secure.example:PORT/", true).body()).hasSize(50_000);
    }

    @Test
    void certificateOfAnotherNameIsRefused() {
        assertFails(head -> ok("x"), "https://other.example:PORT/", true, Kind.NOT_SECURE);
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() {
        assertFails(head -> ok("x"), "https://secure.example:PORT/", false, Kind.NOT_SECURE);
    }

    @Test
    void redirectOutOfTheProtectedChannelIsRefused() {
        assertFails(head -> bytes("HTTP/1.1 301 x\r\nLocation: http://secure.example/\r\nContent-Length: 0\r\n\r\n"),
                "https://secure.example:PORT/", true, Kind.DOWNGRADE);
    }

    @Test
    void plainServerInPlaceOfAProtectedOneIsSaid() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAtOnce(server));

            assertThatThrownBy(() -> fetcher(true, FetchLimits.OF_LISTS)
                    .fetch(WebAddress.parse("https://secure.example:" + server.getLocalPort() + "/")))
                    .isInstanceOfSatisfying(FetchException.class,
                            it -> assertThat(it.kind()).isEqualTo(Kind.NOT_SECURE));
        }
    }

    private static void answerAtOnce(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(bytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
            client.getInputStream().readAllBytes();
        } catch (IOException clientLeft) {
            // the test sees it on the other side
        }
    }

    private static Fetched fetch(Function<String, byte[]> answers, String url, boolean isTrusted) throws Exception {
        try (AnswerServer server = new AnswerServer(sockets, answers)) {
            return fetcher(isTrusted, FetchLimits.OF_LISTS)
                    .fetch(WebAddress.parse(url.replace("PORT", Integer.toString(server.port()))));
        }
    }

    private static void assertFails(Function<String, byte[]> answers, String url, boolean isTrusted, Kind kind) {
        assertThatThrownBy(() -> fetch(answers, url, isTrusted)).isInstanceOfSatisfying(FetchException.class,
                it -> assertThat(it.kind()).isEqualTo(kind));
    }

    private static HttpFetcher fetcher(boolean isTrusted, FetchLimits limits) {
        ServerDialer direct = new ServerDialer(Duration.ofSeconds(5));
        StreamDialer home = (to, loop) -> direct.dial(Destination.of("127.0.0.1", to.port()), loop);
        return isTrusted
                ? new HttpFetcher(home, LOOPS.group(), limits, () -> trusting)
                : new HttpFetcher(home, LOOPS.group(), limits);
    }
}
