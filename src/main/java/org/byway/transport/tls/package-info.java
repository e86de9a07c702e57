/**
 * TLS over any stream: {@link org.byway.transport.tls.TlsDialer} secures what another dialer opened.
 *
 * <p>The engine is BoringSSL where its native library loads, and that of the JDK elsewhere. The ends of both directions are
 * those of TLS: close_notify is passed on as the end of a stream, and a stream that ends without it was cut. What is wrong
 * with a certificate is told apart, because a person has to do something else in each case.
 */
@NullMarked
package org.byway.transport.tls;

import org.jspecify.annotations.NullMarked;
