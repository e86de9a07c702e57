package org.byway.transport.tls;

import java.security.cert.CertificateException;
import org.byway.net.Fault;

/** What is wrong with a server's certificate; travels through the TLS engine and comes out as a cause. */
final class CertificateFaultException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    CertificateFaultException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
