package org.byway.net;

import io.netty.util.concurrent.Future;
import org.byway.model.HostPort;

/** A local listener that turns what programs ask for into flows. */
public interface Inbound {
    /**
     * Listens there; port 0 is not possible in a {@link HostPort}, see {@link #bindAnywhere}.
     *
     * @return the address that it listens on; fails with a {@link java.net.BindException} where that is taken
     */
    Future<HostPort> bind(HostPort address);

    /** Listens on a free port of the same host. */
    Future<HostPort> bindAnywhere(String host);

    /** Stops listening and closes every connection of local programs. */
    Future<Void> close();
}
