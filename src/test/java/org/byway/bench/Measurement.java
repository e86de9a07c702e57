package org.byway.bench;

import java.util.Map;

/** Puts load on a chain for a bounded time and gives figures by name, each the less the better unless it says so. */
interface Measurement {
    Map<String, Double> of(Chain chain) throws Exception;
}
