package org.byway.control;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running Byway's end: serves one profile until it is closed. */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Closeable ending;

    private ControlServer(Closeable ending) {
        this.ending = ending;
    }

    /**
     * Serves the profile in that folder. Where another running Byway does, or this system has no such sockets, the log
     * says so and nothing is served: a forwarder without commands is better than none.
     */
    public static ControlServer open(Path folder, ControlService service) {
        if (ControlClient.isAnswered(folder)) {
            LOG.warn("another running Byway has this profile; commands will reach that one");
            return new ControlServer(() -> {});
        }
        try {
            SocketPlace place = new SocketPlace(folder);
            Path socket = place.prepare();
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            SocketPlace.restrict(socket);
            ControlLoop loop = new ControlLoop(listener, socket, service);
            Thread.ofVirtual().name("byway-control").start(loop::acceptAll);
            return new ControlServer(() -> {
                listener.close();
                place.clear();
            });
        } catch (IOException | UnsupportedOperationException impossible) {
            LOG.warn("commands cannot reach this Byway: {}", impossible.toString());
            return new ControlServer(() -> {});
        }
    }

    /** Ends the service and takes the socket away. */
    @Override
    public void close() {
        try {
            ending.close();
        } catch (IOException leftBehind) {
            LOG.debug("the next start clears the socket", leftBehind);
        }
    }
}
