/**
 * Which upstream is used now, and the state that leaves as values.
 *
 * <p>The door is {@link org.byway.engine.Engine}; {@link org.byway.engine.EngineSnapshot} and
 * {@link org.byway.engine.EngineEvent} are what it tells. One thread, {@code byway-engine}, owns the pool; event loops read
 * only its immutable view. The rooms below it, each importing only those before: {@code reason}, {@code health},
 * {@code blame}, {@code choice}, {@code pool}, {@code standing}, {@code opening}, {@code probing}, {@code network}. No real
 * protocol is imported: the factory of upstreams is handed in. Nothing here knows a toolkit, a file or a command line,
 * and nothing here ever connects to a destination directly.
 */
@NullMarked
package org.byway.engine;

import org.jspecify.annotations.NullMarked;
