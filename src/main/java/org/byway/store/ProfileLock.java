package org.byway.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.byway.store.StoreException.Kind;

/**
 * The right to change a profile, which one thread of one process has at a time.
 *
 * <p>The system's lock on a file keeps other processes out and ends with the process, however that ends; a second thread
 * of this process would get an {@link java.nio.channels.OverlappingFileLockException} from it, so that a lock in memory
 * comes first.
 */
final class ProfileLock {
    static final String FILE = "lock";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock inMemory;
    private final FileChannel channel;

    private ProfileLock(ReentrantLock inMemory, FileChannel channel) {
        this.inMemory = inMemory;
        this.channel = channel;
    }

    /** What is done while nobody else may change the profile. */
    @FunctionalInterface
    interface Work<R> {
        R run() throws IOException;
    }

    /** Waits a while for others; the folder is a real path, so that two ways to one profile are one lock. */
    static <R> R holding(Path folder, Work<R> work) throws StoreException {
        ProfileLock lock = take(folder);
        try {
            return work.run();
        } catch (IOException failure) {
            throw StoreException.of(failure, folder);
        } finally {
            lock.release();
        }
    }

    private static ProfileLock take(Path folder) throws StoreException {
        CallerThread.requireMayBlock();
        ReentrantLock inMemory = IN_THIS_PROCESS.computeIfAbsent(folder, key -> new ReentrantLock());
        if (inMemory.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change of the profile within another");
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (!inMemory.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreException(Kind.BUSY, folder, new IOException("locked by this process"));
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(folder, interrupted);
        }
        boolean isTaken = false;
        try {
            ProfileLock lock = new ProfileLock(inMemory, lockedChannel(folder, deadline));
            isTaken = true;
            return lock;
        } catch (IOException failure) {
            throw StoreException.of(failure, folder);
        } finally {
            if (!isTaken) {
                inMemory.unlock();
            }
        }
    }

    private static FileChannel lockedChannel(Path folder, long deadline) throws IOException, StoreException {
        Path file = folder.resolve(FILE);
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnerOnly.fileAttributes(file));
        boolean isTaken = false;
        try {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                if (System.nanoTime() - deadline > 0) {
                    throw new StoreException(Kind.BUSY, folder, new IOException("locked by another process"));
                }
                Thread.sleep(PAUSE);
                lock = channel.tryLock();
            }
            isTaken = true;
            return channel;
        } catch (InterruptedException interrupted) {
            throw interrupted(folder, interrupted);
        } finally {
            if (!isTaken) {
                channel.close();
            }
        }
    }

    private static StoreException interrupted(Path folder, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StoreException(Kind.BUSY, folder, cause);
    }

    /** Closing the channel ends the system's lock. */
    private void release() {
        try {
            channel.close();
        } catch (IOException cannotMatter) {
            // the lock ends with the descriptor, which is gone either way
        } finally {
            inMemory.unlock();
        }
    }
}
