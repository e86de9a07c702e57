package org.byway.cli;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.model.HostPort;

/** The forwarder without a window: from listening to the signal that ends it, every event printed. */
final class ForwarderRun {
    private static final int STOP_SECONDS = 3;

    private final Engine engine;
    private final EventPrinter printer;
    private final Runnable lastly;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Thread signalled = new Thread(this::endWell, "byway-signal");

    /** @param lastly done when a signal ends the run */
    ForwarderRun(Engine engine, EventPrinter printer, Runnable lastly) {
        this.engine = engine;
        this.printer = printer;
        this.lastly = lastly;
    }

    /**
     * Listens and gives the address; throws {@link CompletionException} with what the system said where it cannot. From
     * here on SIGINT and SIGTERM close everything and end the program with exit code 0.
     */
    HostPort start(ListenAt where) {
        Runtime.getRuntime().addShutdownHook(signalled);
        try {
            engine.listen(printer::print);
            return engine.start(where).toCompletableFuture().join();
        } catch (CompletionException cannotListen) {
            Runtime.getRuntime().removeShutdownHook(signalled);
            throw cannotListen;
        }
    }

    /** Returns never. */
    void awaitSignal() throws InterruptedException {
        never.await();
    }

    private void endWell() {
        lastly.run();
        stop();
        Runtime.getRuntime().halt(0); // a shutdown hook has no other way to say that all went well
    }

    private void stop() {
        try {
            engine.stop().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            System.err.println("byway: did not close in time");
        }
    }
}
