package org.byway.testing;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Fails the whole run where a buffer was collected without having been released. Reports come only with collections and
 * the next allocation, so both are forced at the end.
 */
public final class BufferLeaks implements LauncherSessionListener {
    private static final int COLLECTIONS = 3;
    private static final int BUFFERS = 64;

    private final Queue<String> reports = new ConcurrentLinkedQueue<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ByteBufUtil.setLeakListener((type, records) -> reports.add(type + " " + records));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            allocate();
        }
        if (!reports.isEmpty()) {
            System.err.println("BUFFERS LEAKED: " + reports);
            throw new AssertionError(reports.size() + " buffers were never released");
        }
    }

    private static void allocate() {
        for (int i = 0; i < BUFFERS; i++) {
            PooledByteBufAllocator.DEFAULT.buffer(1).release();
        }
    }
}
