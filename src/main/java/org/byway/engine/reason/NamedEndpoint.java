package org.byway.engine.reason;

import org.byway.model.EndpointId;

/** An entry as an event names it: the id for programs, the name for people. */
public record NamedEndpoint(EndpointId id, String name) {}
