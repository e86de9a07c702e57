package org.byway.engine;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.Settings;
import org.byway.model.endpoint.Login;

/** Where to listen for local programs, and what login they have to show. */
public sealed interface ListenAt {
    /** Where programs are used to find a SOCKS proxy. */
    HostPort USUAL = new HostPort("127.0.0.1", 1080);

    HostPort address();

    Optional<Login> login();

    /** Where a profile was used to listen; a new one takes the usual address where it is free. */
    static ListenAt kept(Settings settings) {
        return settings.listen().<ListenAt>map(address -> new Exactly(address, settings.login()))
                .orElseGet(() -> new Preferably(USUAL, settings.login()));
    }

    /** There or not at all. */
    record Exactly(HostPort address, Optional<Login> login) implements ListenAt {}

    /** There or, where that is taken, at a free port of the same host. */
    record Preferably(HostPort address, Optional<Login> login) implements ListenAt {}
}
