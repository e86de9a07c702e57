/**
 * Whose fault it was: the server's, the destination's, a whole network's.
 *
 * <p>{@link Evidence} is what traffic and probes show, and {@link DialWatch} is who is told. {@link Complaints} tells
 * destinations from upstreams, {@link SharedFate} what a block has in common (FAILOVER, "Blame" and "Shared fate").
 * Engine thread; destinations are kept as salted hashes only.
 */
@NullMarked
package org.byway.engine.blame;

import org.jspecify.annotations.NullMarked;
