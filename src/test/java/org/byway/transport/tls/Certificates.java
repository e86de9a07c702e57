package org.byway.transport.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.byway.testing.Conversation;

/** A server's key with a certificate that it signed itself, made by the JDK's keytool. */
public final class Certificates {
    private static final char[] PASSWORD = "password".toCharArray();

    private final KeyStore store;
    private final SSLContext server;

    private Certificates(KeyStore store, SSLContext server) {
        this.store = store;
        this.server = server;
    }

    /** For this name, from so many days ago and for so many days. */
    public static Certificates of(String name, int daysAgo, int days) {
        try {
            Path folder = Files.createTempDirectory("byway-certificates");
            Path file = folder.resolve("store");
            String kind = name.matches("[0-9.]+") ? "ip:" : "dns:";
            Process keytool = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore",
                    file.toString(), "-storepass", new String(PASSWORD), "-alias", "server", "-keyalg", "EC", "-dname",
                    "CN=" + name, "-ext", "san=" + kind + name, "-startdate", "-" + daysAgo + "d", "-validity",
                    Integer.toString(days))).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError(said);
            }
            KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
            Files.delete(file);
            Files.delete(folder);
            return new Certificates(store, server(store));
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        } catch (GeneralSecurityException | InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SSLContext server(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, null);
        return server;
    }

    public Certificate certificate() {
        try {
            return store.getCertificate("server");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** SHA-256 of its public key. */
    public String pin() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(certificate().getPublicKey().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The server's side of TLS on a connection; its end is close_notify and leaves the socket open. */
    public Conversation accept(Conversation client) throws IOException {
        return client.inside(this::wrap);
    }

    private Conversation wrap(Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) server.getSocketFactory().createSocket(socket, null, true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return new Conversation(socket, tls.getInputStream(), tls.getOutputStream(), tls::shutdownOutput);
    }
}
