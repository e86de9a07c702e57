package org.byway.transport.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.net.MadeOnce;
import org.jspecify.annotations.Nullable;

/** The authorities that this Java trusts; reading them is nothing for a network loop. */
final class SystemTrust {
    static final MadeOnce<X509ExtendedTrustManager> OF_THIS_JAVA = new MadeOnce<>(() -> manager(null));

    private SystemTrust() {}

    /** @param authorities those of this Java where there are none */
    static X509ExtendedTrustManager manager(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager manager) {
                    return manager;
                }
            }
            throw new GeneralSecurityException("no manager");
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("trusted certificates", unreadable);
        }
    }
}
