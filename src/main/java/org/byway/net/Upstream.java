package org.byway.net;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.Optional;
import org.byway.model.Destination;

/** An endpoint brought to life: for a plain proxy at once, for a tunnel after its handshake. */
public interface Upstream {
    /** Readies it before a program asks for something; a plain proxy has nothing to do. A dial does not depend on it. */
    default Future<Void> start() {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(null);
    }

    StreamDialer streams();

    /** Absent where it carries no datagrams; agrees with {@link org.byway.model.endpoint.Endpoint#carriesPackets()}. */
    default Optional<PacketDialer> packets() {
        return Optional.empty();
    }

    /** Whether it carries traffic to this destination at all. */
    default boolean reaches(Destination to) {
        return true;
    }

    /**
     * Whether a dial that is ready means that the server reached the destination; otherwise only the first byte back is
     * evidence of that, and of the login as well.
     */
    default boolean confirms() {
        return true;
    }

    /** How many streams at once it should bear while others can take more; without a limit where nothing speaks for one. */
    default int streamsAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Ends what it has open of its own; a plain proxy has nothing. */
    default Future<Void> close() {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(null);
    }
}
