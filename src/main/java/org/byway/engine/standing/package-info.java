/**
 * Streams that flow already: which upstream they go through, and whether they stand still.
 *
 * <p>{@link StandingStreams} knows them all and resets those of an upstream that was judged down; {@link StallWatch} looks at
 * what each moved, a few times a second and at nothing per byte (FAILOVER, "Owed data" and "Freeze").
 */
@NullMarked
package org.byway.engine.standing;

import org.jspecify.annotations.NullMarked;
