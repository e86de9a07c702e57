/**
 * Which upstream is used now: the pool, health, selection, the opening of flows, and the state that leaves as values.
 *
 * <p>The door is {@link org.byway.engine.Engine}. One thread, {@code byway-engine}, owns the pool; event loops read
 * only its immutable {@link org.byway.engine.PoolView}. No real protocol is imported: the factory of upstreams is
 * handed in. Nothing here knows a toolkit, a file or a command line, and nothing here ever connects to a destination
 * directly.
 */
@NullMarked
package org.byway.engine;

import org.jspecify.annotations.NullMarked;
