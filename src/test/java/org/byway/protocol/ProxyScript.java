package org.byway.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.testing.Conversation;

/** The server's side of one protocol, written from its specification and without our code, as the contract needs it. */
public interface ProxyScript {
    Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline);

    /** The stream inside, for a protocol that protects its connection. */
    default Conversation accept(Conversation client) throws IOException {
        return client;
    }

    /** Takes everything up to the point where only the yes is missing; gives the destination as the client wrote it. */
    String beforeYes(Conversation client) throws IOException;

    byte[] yes();
}
