/**
 * One request of a local program, from its asking to the first byte back.
 *
 * <p>{@link FlowOpener} and {@link FailoverPacketDialer} are the doors. {@link DialRace} says who is dialled when,
 * {@link FirstFlight} what may be said twice, {@link Opening} joins both and hands the channels to the relay (FAILOVER,
 * "First-flight replay" and "Staggered race"). Each lives on its program's loop.
 */
@NullMarked
package org.byway.engine.opening;

import org.jspecify.annotations.NullMarked;
