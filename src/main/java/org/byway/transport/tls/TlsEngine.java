package org.byway.transport.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.model.carrier.TlsOptions;

/** Which TLS does the work; making a context reads files, so it is nothing for a network loop. */
public enum TlsEngine {
    /** netty-tcnative, whose handshakes cost a quarter of the other's */
    BORINGSSL(SslProvider.OPENSSL),
    /** what every Java has */
    JDK(SslProvider.JDK);

    private final SslProvider provider;

    TlsEngine(SslProvider provider) {
        this.provider = provider;
    }

    /** The best one that loads on this computer. */
    static TlsEngine available() {
        return OpenSsl.isAvailable() ? BORINGSSL : JDK;
    }

    /** One for all connections of an endpoint, so that sessions are resumed. */
    SslContext context(TlsOptions options) throws SSLException {
        return SslContextBuilder.forClient().sslProvider(provider)
                .trustManager(new ServerTrust(options, SystemTrust.MANAGER)).endpointIdentificationAlgorithm("HTTPS")
                .build();
    }

    /** What this Java trusts, read when it is first needed. */
    private static final class SystemTrust {
        private static final X509ExtendedTrustManager MANAGER = load();

        private static X509ExtendedTrustManager load() {
            try {
                TrustManagerFactory factory = TrustManagerFactory
                        .getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                for (TrustManager each : factory.getTrustManagers()) {
                    if (each instanceof X509ExtendedTrustManager manager) {
                        return manager;
                    }
                }
            } catch (GeneralSecurityException missingInThisJava) {
                throw new IllegalStateException("trusted certificates", missingInThisJava);
            }
            throw new IllegalStateException("trusted certificates");
        }
    }
}
