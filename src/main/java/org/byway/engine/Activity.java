package org.byway.engine;

import java.time.Instant;

/** An event and when it happened. */
public record Activity(Instant at, EngineEvent event) {}
