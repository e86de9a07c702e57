package org.byway.model.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.byway.model.EndpointId;

/**
 * What was learned of an endpoint in one network.
 *
 * @param hasWorked       when it was seen last
 * @param opening         the usual time of a dial, absent where none was good
 * @param answering       the usual time up to the first byte of an answer
 * @param good            the weight of what worked, in hundredths: what is long ago weighs less
 * @param bad             the weight of what did not, in hundredths
 * @param seenEpochSecond when it was seen last, by the clock of that time
 */
public record RememberedEndpoint(EndpointId id, boolean hasWorked, Optional<Duration> opening,
        Optional<Duration> answering, long good, long bad, long seenEpochSecond) {
    public Instant seen() {
        return Instant.ofEpochSecond(seenEpochSecond);
    }
}
