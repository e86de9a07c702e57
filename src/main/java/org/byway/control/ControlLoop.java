package org.byway.control;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes requests until the listener is closed, a virtual thread for each and not too many at once. */
record ControlLoop(ServerSocketChannel listener, Path socket, ControlService service, Semaphore room) {
    /** As large as a source may be. */
    static final int MOST_BODY_BYTES = 256 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    private static final int MOST_LINE_BYTES = 1 << 16;
    private static final int MOST_AT_ONCE = 16;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration TIME = Duration.ofMinutes(1);

    ControlLoop(ServerSocketChannel listener, Path socket, ControlService service) {
        this(listener, socket, service, new Semaphore(MOST_AT_ONCE));
    }

    void acceptAll() {
        while (listener.isOpen()) {
            try {
                room.acquire();
                LocalChannel client = LocalChannel.accept(listener, TIME);
                Thread.ofVirtual().name("byway-control-request").start(() -> serve(client));
            } catch (IOException closedOrNoDescriptors) {
                room.release();
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(LocalChannel client) {
        try (client) {
            if (client.isOfOwner(socket)) {
                ControlRequest request = ControlRequest.read(client.readLine(MOST_LINE_BYTES));
                if (request.length() > MOST_BODY_BYTES) {
                    throw new IllegalArgumentException("a body larger than a source may be");
                }
                ObjectNode answer = service.answer(request, client.read(request.length()));
                client.writeLine(answer.put("version", ControlRequest.VERSION).toString());
            }
        } catch (IOException gone) {
            LOG.debug("a command went away", gone);
        } catch (IllegalArgumentException notOurs) {
            LOG.warn("somebody asked the running Byway for something that is {}", notOurs.getMessage());
        } catch (RuntimeException fault) {
            LOG.warn("a request to the running Byway failed", fault);
        } finally {
            room.release();
        }
    }
}
