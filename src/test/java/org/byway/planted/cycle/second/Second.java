package org.byway.planted.cycle.second;

import org.byway.planted.cycle.first.First;
import org.jspecify.annotations.Nullable;

/** The other half of a circle. */
public record Second(@Nullable First first) {}
