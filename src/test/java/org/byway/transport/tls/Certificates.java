package org.byway.transport.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.testing.Conversation;

/** A server's key with a certificate of an authority that only tests know, made by the JDK's keytool. */
public final class Certificates {
    private static final String PASSWORD = "password";
    private static final byte[] AUTHORITY = store(new byte[0], "-alias", "authority", "-dname", "CN=authority", "-ext",
            "bc:c", "-startdate", "-400d", "-validity", "4000");

    private final KeyStore store;
    private final SSLContext server;
    private volatile String askedFor = "";
    private volatile boolean hasResumed;

    private Certificates(KeyStore store, SSLContext server) {
        this.store = store;
        this.server = server;
    }

    /** For this name, from so many days ago, or from now if negative, and for so many days. */
    public static Certificates of(String name, int daysAgo, int days) {
        String kind = name.matches("[0-9.]+") ? "ip:" : "dns:";
        KeyStore store = read(store(AUTHORITY, "-alias", "server", "-signer", "authority", "-dname", "CN=" + name,
                "-ext", "san=" + kind + name, "-startdate", (daysAgo < 0 ? "+" : "-") + Math.abs(daysAgo) + "d",
                "-validity", Integer.toString(days)));
        try {
            return new Certificates(store, server(store));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Trusts the authority of all these certificates, and nobody else. */
    static X509ExtendedTrustManager authority() {
        try {
            KeyStore only = KeyStore.getInstance("PKCS12");
            only.load(null, null);
            only.setCertificateEntry("authority", read(AUTHORITY).getCertificate("authority"));
            return SystemTrust.manager(only);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The store with one more key. */
    private static byte[] store(byte[] before, String... options) {
        try {
            Path folder = Files.createTempDirectory("byway-certificates");
            Path file = folder.resolve("store");
            if (before.length > 0) {
                Files.write(file, before);
            }
            List<String> command = new ArrayList<>(
                    List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                            "-keyalg", "EC", "-groupname", "secp256r1", "-keystore", file.toString(), "-storepass",
                            PASSWORD));
            command.addAll(List.of(options));
            Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError(said);
            }
            byte[] after = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return after;
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static KeyStore read(byte[] bytes) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SSLContext server(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, null);
        return server;
    }

    private Certificate certificate() {
        try {
            return store.getCertificate("server");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** For servers that do without {@link #accept}. */
    public SSLContext context() {
        return server;
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

    /** The server's side before its handshake. */
    SSLSocket server(Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) server.getSocketFactory().createSocket(socket, null, true);
        tls.setUseClientMode(false);
        return tls;
    }

    /** The key and its chain, as servers read them (RFC 7468). */
    public String pem() {
        try {
            StringBuilder pem = new StringBuilder(pem("PRIVATE KEY",
                    store.getKey("server", PASSWORD.toCharArray()).getEncoded()));
            for (Certificate each : store.getCertificateChain("server")) {
                pem.append(pem("CERTIFICATE", each.getEncoded()));
            }
            return pem.toString();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(encoded)
                + "\n-----END " + label + "-----\n";
    }

    /** Options of a Java that trusts the authority of all these certificates, and nobody else. */
    public static List<String> trusting(Path folder) throws IOException {
        Path file = Files.write(folder.resolve("authority"), AUTHORITY);
        return List.of("-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** The server's side of TLS on a connection; its end is close_notify and leaves the socket open. */
    public Conversation accept(Conversation client) throws IOException {
        return client.inside(this::wrap);
    }

    /** The name that the last client asked for; empty where it asked for none. */
    String askedFor() {
        return askedFor;
    }

    /** Whether the last client went on with a session of an earlier connection. */
    boolean hasResumed() {
        return hasResumed;
    }

    private Conversation wrap(Socket socket) throws IOException {
        SSLSocket tls = server(socket);
        long before = System.currentTimeMillis();
        tls.startHandshake();
        hasResumed = tls.getSession().getCreationTime() < before;
        askedFor = ((ExtendedSSLSession) tls.getSession()).getRequestedServerNames().stream()
                .map(it -> new String(it.getEncoded(), StandardCharsets.US_ASCII)).collect(Collectors.joining());
        return new Conversation(socket, tls.getInputStream(), tls.getOutputStream(), tls::shutdownOutput);
    }
}
