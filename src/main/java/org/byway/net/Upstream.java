package org.byway.net;

import io.netty.util.concurrent.Future;
import java.util.Optional;
import org.byway.model.Destination;

/** An endpoint brought to life: for a plain proxy at once, for a tunnel after its handshake. */
public interface Upstream {
    /** Readies it; a plain proxy has nothing to do. */
    Future<Void> start();

    StreamDialer streams();

    /** Absent where it carries no datagrams; agrees with {@link org.byway.model.endpoint.Endpoint#carriesPackets()}. */
    Optional<PacketDialer> packets();

    /** Whether it carries traffic to this destination at all. */
    boolean reaches(Destination to);

    Future<Void> close();
}
