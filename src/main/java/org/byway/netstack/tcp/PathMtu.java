package org.byway.netstack.tcp;

import io.netty.util.concurrent.Ticker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/**
 * How long a segment may be: by the device, by what routers said of a destination (RFC 1191, RFC 8201), and by what was seen
 * to vanish where none said anything (RFC 2923, section 2.1).
 */
final class PathMtu {
    /** Below this nothing is gained, and a forged message could make segments of a byte. */
    static final int SMALLEST_SEGMENT = 64;
    /**
     * What passes where large packets vanish: with the tunnel's own header of up to 100 bytes still below a limit of 1,200,
     * which is the most common one that is met.
     */
    static final int CAREFUL_SEGMENT = 1_040;

    private static final int FLOOR_V4 = 576 - 40;
    private static final int FLOOR_V6 = 1_280 - 60;
    private static final long REMEMBERED = TimeUnit.MINUTES.toNanos(10);
    private static final int MOST_DESTINATIONS = 1_024;

    private final int mtu;
    private final Ticker ticker;
    private final Map<IpAddress, Limit> limits = new LinkedHashMap<>();
    private boolean isHoleSeen;
    private long holeSeenAt;
    private @Nullable IpAddress lastVanishing;
    private long lastVanishingAt;

    private record Limit(int segmentBytes, long since) {}

    PathMtu(int mtu, Ticker ticker) {
        this.mtu = mtu;
        this.ticker = ticker;
    }

    /** The longest segment towards a destination, options included, in bytes. */
    int segmentBytes(IpRoute route) {
        int most = mtu - route.headerBytes() - TcpSegment.HEADER_BYTES;
        Limit limit = limits.get(route.destination());
        if (limit != null && ticker.nanoTime() - limit.since() < REMEMBERED) {
            most = Math.min(most, limit.segmentBytes());
        }
        return isHoleNear() ? Math.min(most, CAREFUL_SEGMENT) : most;
    }

    /** How long packets may be where only careful segments pass: IPv6 is never told less than every link has (RFC 8200, section 5). */
    static int carefulMtu(IpRoute route) {
        int segment = route.isV6() ? FLOOR_V6 : CAREFUL_SEGMENT;
        return segment + route.headerBytes() + TcpSegment.HEADER_BYTES;
    }

    /** A router says so; whether that is less than before. What it did not say, or cannot mean, is taken as the least that it may. */
    boolean lower(IpRoute route, int toldMtu) {
        int floor = route.isV6() ? FLOOR_V6 : FLOOR_V4;
        int told = Math.max(floor, toldMtu - route.headerBytes() - TcpSegment.HEADER_BYTES);
        if (told >= segmentBytes(route)) {
            return false;
        }
        remember(route.destination(), told);
        return true;
    }

    private void remember(IpAddress destination, int segmentBytes) {
        limits.remove(destination);
        limits.put(destination, new Limit(segmentBytes, ticker.nanoTime()));
        if (limits.size() > MOST_DESTINATIONS) {
            limits.remove(limits.keySet().iterator().next());
        }
    }

    /** Large segments vanish and small ones pass. It is nearly always the tunnel's own path, so it holds for all destinations. */
    void holeSeen() {
        isHoleSeen = true;
        holeSeenAt = ticker.nanoTime();
    }

    /** Large segments from there vanish on their way to us; from a second place, too, and it is the tunnel's own path. */
    void vanishing(IpRoute route) {
        IpAddress from = route.destination();
        if (from.equals(lastVanishing)) {
            lastVanishingAt = ticker.nanoTime();
        } else if (lastVanishing != null && ticker.nanoTime() - lastVanishingAt < REMEMBERED) {
            holeSeen();
        } else {
            lastVanishing = from;
            lastVanishingAt = ticker.nanoTime();
        }
        remember(from, Math.min(segmentBytes(route), CAREFUL_SEGMENT));
    }

    private boolean isHoleNear() {
        isHoleSeen &= ticker.nanoTime() - holeSeenAt < REMEMBERED;
        return isHoleSeen;
    }
}
