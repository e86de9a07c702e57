package org.byway.engine.standing;

import java.time.Instant;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.Destination;
import org.byway.net.TrafficMeter.Traffic;

/**
 * A stream of a local program that is open now. It names where the program goes, so it is for eyes only: never for a file
 * or a log.
 *
 * @param number of this connection, never given twice
 * @param moved  so far, in bytes
 */
public record OpenConnection(long number, Destination to, NamedEndpoint through, Instant since, Traffic moved) {}
