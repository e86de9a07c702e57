package org.byway.transport.tls;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslClosedEngineException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** Turns what a TLS engine says of a handshake that failed into a fault. */
final class TlsFailures {
    private TlsFailures() {}

    static DialException explain(Throwable failure) {
        return new DialException(Stage.SECURE, Blame.UPSTREAM, fault(failure));
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
            case IOException cut -> Fault.CLOSED;
            default -> Fault.GARBAGE;
        };
    }
}
