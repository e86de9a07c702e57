package org.byway.netstack.tcp;

import java.util.concurrent.TimeUnit;

/** Asks an idle connection whether it is still there (RFC 9293, section 3.8.4): a tunnel may have died unseen. */
final class KeepAlive {
    private static final long IDLE = TimeUnit.SECONDS.toNanos(120);
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(30);
    private static final int MISSES = 4;

    private final TcpHost host;
    private final Runnable probe;
    private final Runnable dead;
    private final Alarm alarm;
    private int unanswered;
    private boolean isStopped;

    KeepAlive(TcpHost host, Runnable probe, Runnable dead) {
        this.host = host;
        this.probe = probe;
        this.dead = dead;
        this.alarm = new Alarm(host.loop(), this::look);
        heard();
    }

    void heard() {
        unanswered = 0;
        if (!isStopped) {
            alarm.set(host.now() + IDLE);
        }
    }

    private void look() {
        if (unanswered == MISSES) {
            dead.run();
        } else {
            unanswered++;
            probe.run();
            alarm.set(host.now() + BETWEEN);
        }
    }

    void stop() {
        isStopped = true;
        alarm.stop();
    }
}
