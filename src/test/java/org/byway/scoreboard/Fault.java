package org.byway.scoreboard;

import java.time.Duration;
import java.util.List;
import org.byway.faulty.Temper;

/**
 * What is done to the upstreams at a third of a run.
 *
 * @param run how long the load lasts
 */
record Fault(String name, Temper temper, Target target, Duration run) {
    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofSeconds(24);
    private static final int KILOBYTE = 1024;

    static final String DEAD_SITE = "dead-site";

    /** Every one that there is, in the order of the table. */
    static final List<Fault> ALL = List.of(loud("healthy", Temper.HEALTHY), loud("refused", Temper.REFUSED),
            loud("reset", Temper.RESETS), loud("reset-8k", new Temper.ResetAfter(8 * KILOBYTE)),
            loud("closed", Temper.CLOSES), loud("garbage", Temper.GARBAGE), loud("password", Temper.REFUSES_LOGIN),
            loud("general-failure", Temper.GENERAL_FAILURE), loud("unreachable-all", Temper.UNREACHABLE),
            loud("unreachable-one", new Temper.CannotReach(Site.host(0))), quiet("syn-dropped", Temper.SYN_DROPPED),
            silent("silence", Temper.Point.ACCEPTED), silent("silence-offer", Temper.Point.METHODS_OFFERED),
            silent("silence-connect", Temper.Point.REQUESTED), silent("silence-granted", Temper.Point.GRANTED),
            quiet("late", new Temper.Late(Duration.ofSeconds(4))), freeze(0), freeze(15), freeze(16), freeze(18),
            freeze(20), freeze(24), quiet("throttle", new Temper.Throttled(KILOBYTE)),
            quiet("flapping", new Temper.Flapping(Temper.REFUSED, Duration.ofSeconds(3))),
            quiet("restarted", Temper.RESTARTED), quiet("moved", Temper.MOVED),
            quiet("long-dropped", new Temper.DropsLonger(1200)), quiet("loss-10", new Temper.Loses(10)),
            new Fault("udp-blocked", new Temper.SilentAfter(Temper.Point.ACCEPTED), Target.DATAGRAMS, LONG),
            new Fault("all-dead", Temper.REFUSED, Target.ALL, SHORT),
            new Fault("outage-10s", new Temper.Flapping(Temper.SYN_DROPPED, Duration.ofSeconds(10)), Target.ALL, LONG),
            new Fault("all-silent", new Temper.SilentAfter(Temper.Point.ACCEPTED), Target.ALL, SHORT),
            new Fault(DEAD_SITE, Temper.HEALTHY, Target.IN_USE, LONG));

    /** Whom it strikes. */
    enum Target {
        /** The upstream that carried most of the last second. */
        IN_USE, ALL,
        /** The protocols of datagrams, all at once; the others are left alone. */
        DATAGRAMS
    }

    /** Whether a program asks all the time for a site that no upstream reaches. */
    boolean hasDeadSite() {
        return name.equals(DEAD_SITE);
    }

    private static Fault loud(String name, Temper temper) {
        return new Fault(name, temper, Target.IN_USE, SHORT);
    }

    private static Fault quiet(String name, Temper temper) {
        return new Fault(name, temper, Target.IN_USE, LONG);
    }

    private static Fault silent(String name, Temper.Point point) {
        return quiet(name, new Temper.SilentAfter(point));
    }

    private static Fault freeze(int kilobytes) {
        return quiet("freeze-" + kilobytes, new Temper.FreezesAfter((long) kilobytes * KILOBYTE));
    }
}
