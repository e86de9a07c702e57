package org.byway.subscription;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.byway.store.StoreException;

/**
 * Gives up what another thread reads. Once that has begun to save what it found, it is not disturbed any more: the file of the
 * list would be closed under its hand.
 */
public final class Cancellation {
    private final ReentrantLock saving = new ReentrantLock();
    private volatile boolean isAsked;

    /** What is not to be disturbed. */
    @FunctionalInterface
    interface Saving<T> {
        T run() throws StoreException;
    }

    /** From any thread. */
    public void ask(Thread reader) {
        isAsked = true;
        if (saving.tryLock()) {
            try {
                reader.interrupt();
            } finally {
                saving.unlock();
            }
        }
    }

    /** @throws CancellationException where it was given up by now */
    <T> T undisturbed(Saving<T> work) throws StoreException {
        saving.lock();
        try {
            if (isAsked) {
                throw new CancellationException();
            }
            return work.run();
        } finally {
            saving.unlock();
        }
    }
}
