package org.byway.transport.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.model.carrier.TlsOptions;

/** Which TLS does the work; making a context reads files, so it is nothing for a network loop. */
enum TlsEngine {
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
    SslContext context(TlsOptions options, X509ExtendedTrustManager authorities) throws SSLException {
        return SslContextBuilder.forClient().sslProvider(provider)
                .trustManager(new ServerTrust(options, authorities)).endpointIdentificationAlgorithm("HTTPS")
                .build();
    }
}
