/**
 * What the engine sends of its own accord: 64 KiB through a suspect, a warm spare, or those of a search.
 *
 * <p>{@link HealthMonitor} confirms suspicions and keeps spares warm, {@link PoolSearch} looks for one that works where none
 * is known to; nobody else gets a packet (FAILOVER, "Restraint"). Engine thread; the traffic itself is behind
 * {@link Prober}.
 */
@NullMarked
package org.byway.engine.probing;

import org.jspecify.annotations.NullMarked;
