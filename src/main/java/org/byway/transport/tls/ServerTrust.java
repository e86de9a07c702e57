package org.byway.transport.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.byway.model.carrier.TlsOptions;
import org.byway.net.Fault;

/** Decides on a server's certificate as the options say, and names what is wrong with one that is refused. */
final class ServerTrust extends X509ExtendedTrustManager {
    private final TlsOptions options;
    private final X509ExtendedTrustManager authorities;

    ServerTrust(TlsOptions options, X509ExtendedTrustManager authorities) {
        this.options = options;
        this.authorities = authorities;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        if (!options.pins().isEmpty()) {
            requirePin(chain[0]);
        } else if (!options.allowsAnyCertificate()) {
            requireAuthority(chain, authType, engine);
        }
    }

    /** RFC 7469, section 2.4: the digest of the SubjectPublicKeyInfo. */
    private void requirePin(X509Certificate shown) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown.getPublicKey().getEncoded());
            if (!options.pins().contains(HexFormat.of().formatHex(digest))) {
                throw new CertificateFaultException(Fault.CERTIFICATE_NOT_PINNED);
            }
        } catch (GeneralSecurityException refused) {
            throw refused instanceof CertificateException known ? known : new CertificateException(refused);
        }
    }

    /** The engine brings the name along; a chain that is good without one is a good chain of somebody else. */
    private void requireAuthority(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            authorities.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException refused) {
            throw new CertificateFaultException(fault(chain, authType));
        }
    }

    private Fault fault(X509Certificate[] chain, String authType) {
        try {
            authorities.checkServerTrusted(chain, authType);
            return Fault.CERTIFICATE_OF_ANOTHER;
        } catch (CertificateException refused) {
            return fault(refused);
        }
    }

    private static Fault fault(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Fault.CERTIFICATE_EXPIRED;
            } else if (cause instanceof CertificateNotYetValidException) {
                return Fault.CERTIFICATE_NOT_YET_VALID;
            }
        }
        return Fault.CERTIFICATE_UNTRUSTED;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    /** Without an engine there is no name to check. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("only with an engine");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw notAServer();
    }

    private static CertificateException notAServer() {
        return new CertificateException("no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
