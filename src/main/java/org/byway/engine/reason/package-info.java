/**
 * Why: what was seen of a server, what it means, and what a person can do about it, as values.
 *
 * <p>{@link Reason} is what every move and verdict carries; {@link Diagnosis} is the table from what was observed to a
 * {@link Verdict}. Sentences are made in {@code words}, never here. Knows nothing of the rest of the engine.
 */
@NullMarked
package org.byway.engine.reason;

import org.jspecify.annotations.NullMarked;
