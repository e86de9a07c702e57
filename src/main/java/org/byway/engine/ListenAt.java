package org.byway.engine;

import java.util.Optional;
import org.byway.model.HostPort;

/** Where to listen for local programs. */
public sealed interface ListenAt {
    /** Where programs are used to find a SOCKS proxy. */
    HostPort USUAL = new HostPort("127.0.0.1", 1080);

    HostPort address();

    /** Where a profile was used to listen; a new one takes the usual address where it is free. */
    static ListenAt kept(Optional<HostPort> address) {
        return address.<ListenAt>map(Exactly::new).orElseGet(() -> new Preferably(USUAL));
    }

    /** There or not at all. */
    record Exactly(HostPort address) implements ListenAt {}

    /** There or, where that is taken, at a free port of the same host. */
    record Preferably(HostPort address) implements ListenAt {}
}
