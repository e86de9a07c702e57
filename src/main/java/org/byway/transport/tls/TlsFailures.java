package org.byway.transport.tls;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslClosedEngineException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import javax.net.ssl.SSLException;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** Turns what a TLS engine says of a handshake that failed into a fault. */
final class TlsFailures {
    private TlsFailures() {}

    static DialException explain(Throwable failure) {
        Fault fault = fault(failure);
        return new DialException(Stage.SECURE, blame(fault), fault);
    }

    /** A certificate of tomorrow speaks against the clock of this computer as much as against the server. */
    private static Blame blame(Fault fault) {
        return fault == Fault.CERTIFICATE_NOT_YET_VALID ? Blame.UNKNOWN : Blame.UPSTREAM;
    }

    private static Fault fault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateFaultException certificate) {
                return certificate.fault();
            }
        }
        return switch (failure) {
            case SslHandshakeTimeoutException late -> Fault.SILENT;
            case NotSslRecordException other -> Fault.NO_TLS;
            case SslClosedEngineException ended -> Fault.CLOSED;
            case SSLException refused -> Fault.GENERAL_FAILURE;
            default -> Fault.CLOSED;
        };
    }
}
