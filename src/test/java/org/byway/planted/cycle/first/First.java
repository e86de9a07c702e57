package org.byway.planted.cycle.first;

import org.byway.planted.cycle.second.Second;

/** Half of a circle. */
public record First(Second second) {}
