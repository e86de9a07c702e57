package org.byway.engine;

import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.HostPort;

/** Something that happened, as told to a person or a program that watches. */
public sealed interface EngineEvent {
    /** Programs can connect there. */
    record Listening(HostPort socks) implements EngineEvent {}

    /** New connections go through this one from now on, and nothing was left for it. */
    record Selected(NamedEndpoint endpoint, Reason reason) implements EngineEvent {}

    /** New connections go through another one from now on. */
    record Moved(NamedEndpoint from, NamedEndpoint to, Reason reason) implements EngineEvent {}

    /** Nothing works: programs get an error. */
    record Down(Reason reason) implements EngineEvent {}

    /** Nothing is known to work, and the list is looked through for something that does. */
    record Searching() implements EngineEvent {}

    /** This computer was cut off from its network, and is no longer. */
    record BackOnline() implements EngineEvent {}

    /** What was down works again, through this one. */
    record Recovered(NamedEndpoint endpoint) implements EngineEvent {}

    /** The listener is closed. */
    record Stopped() implements EngineEvent {}

    /** Sums since the start: bytes from programs, bytes to programs; connections open now. At most once a second. */
    record TrafficCounted(long up, long down, long connections) implements EngineEvent {}
}
