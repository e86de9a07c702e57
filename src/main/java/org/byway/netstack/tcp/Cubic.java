package org.byway.netstack.tcp;

import java.util.concurrent.TimeUnit;

/** CUBIC (RFC 9438) with slow start (RFC 5681). Windows are counted in segments inside, times in seconds, as the RFC does. */
final class Cubic implements Congestion {
    /** RFC 6928. */
    static final int INITIAL_SEGMENTS = 10;

    private static final double C = 0.4;
    private static final double BETA = 0.7;
    private static final double RENO_ALPHA = 3 * (1 - BETA) / (1 + BETA);
    private static final int FEWEST_SEGMENTS = 2;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private int segmentBytes;
    private double window = INITIAL_SEGMENTS;
    private double threshold = Double.MAX_VALUE;
    private double windowAtLoss;
    private double renoWindow;
    private double plateauSeconds;
    private long epoch;
    private boolean isEpochOpen;
    private double windowBeforeTimeout;
    private double thresholdBeforeTimeout;

    Cubic(int segmentBytes) {
        this.segmentBytes = segmentBytes;
    }

    @Override
    public long window() {
        return (long) (window * segmentBytes);
    }

    @Override
    public void acknowledged(long bytes, long now, RoundTrip roundTrip) {
        double segments = (double) bytes / segmentBytes;
        if (window < threshold) {
            window = Math.min(window + segments, Math.max(threshold, window));
        } else {
            avoidCongestion(segments, now, roundTrip.smoothed() / NANOS);
        }
    }

    /** Section 4.2 to 4.5: towards the window of one round trip from now, and at least as fast as Reno. */
    private void avoidCongestion(double segments, long now, double roundTripSeconds) {
        if (!isEpochOpen) {
            openEpoch(now);
        }
        double seconds = (now - epoch) / NANOS;
        double target = Math.clamp(cubic(seconds + roundTripSeconds), window, 1.5 * window);
        double alpha = renoWindow < windowAtLoss ? RENO_ALPHA : 1;
        renoWindow += alpha * segments / window;
        window = Math.max(window + (target - window) / window * segments, Math.min(renoWindow, 1.5 * window));
    }

    private void openEpoch(long now) {
        isEpochOpen = true;
        epoch = now;
        renoWindow = window;
        windowAtLoss = Math.max(windowAtLoss, window);
        plateauSeconds = Math.cbrt((windowAtLoss - window) / C);
    }

    private double cubic(double seconds) {
        double since = seconds - plateauSeconds;
        return C * since * since * since + windowAtLoss;
    }

    /** Section 4.6 and 4.7: multiplicative decrease, and fast convergence where the share has shrunk. */
    @Override
    public void lost(long now) {
        windowAtLoss = window < windowAtLoss ? window * (1 + BETA) / 2 : window;
        window = Math.max(FEWEST_SEGMENTS, window * BETA);
        threshold = window;
        isEpochOpen = false;
    }

    /** Section 4.8, with RFC 5681, equation 4. */
    @Override
    public void timedOut(long bytesInFlight) {
        windowBeforeTimeout = window;
        thresholdBeforeTimeout = threshold;
        windowAtLoss = window;
        threshold = Math.max(FEWEST_SEGMENTS, (double) bytesInFlight / segmentBytes * BETA);
        window = 1;
        isEpochOpen = false;
    }

    @Override
    public void undoTimeout() {
        window = Math.max(window, windowBeforeTimeout);
        threshold = Math.max(threshold, thresholdBeforeTimeout);
    }

    @Override
    public void restarted() {
        window = Math.min(window, INITIAL_SEGMENTS);
        isEpochOpen = false;
    }

    /** The window stays what it is in bytes. */
    @Override
    public void segmentsAre(int bytes) {
        double ratio = (double) segmentBytes / bytes;
        window = Math.max(1, window * ratio);
        windowAtLoss *= ratio;
        renoWindow *= ratio;
        threshold = threshold == Double.MAX_VALUE ? threshold : threshold * ratio;
        segmentBytes = bytes;
    }
}
