package org.byway.transport.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that this Java trusts, read once, when they are first needed; nothing for a network loop. */
final class SystemTrust {
    private SystemTrust() {}

    private static final class Loaded {
        private static final X509ExtendedTrustManager MANAGER = load();

        private static X509ExtendedTrustManager load() {
            try {
                return manager(null);
            } catch (GeneralSecurityException missingInThisJava) {
                throw new IllegalStateException("trusted certificates", missingInThisJava);
            }
        }
    }

    static X509ExtendedTrustManager manager() {
        return Loaded.MANAGER;
    }

    /** @param authorities those of this Java where there are none */
    static X509ExtendedTrustManager manager(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager manager) {
                return manager;
            }
        }
        throw new GeneralSecurityException("trusted certificates");
    }
}
