package org.byway.fetch;

import java.time.Duration;

/**
 * How much one fetch may take.
 *
 * @param overall  from the first dial to the last byte, redirects included
 * @param maxBytes of the body, after it was decompressed
 */
public record FetchLimits(Duration overall, int maxBytes, int maxRedirects) {
    public static final FetchLimits OF_LISTS = new FetchLimits(Duration.ofSeconds(20), 24 << 20, 5);
}
