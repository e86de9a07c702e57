/**
 * What a dial may go through: the immutable view that event loops read, and the rule that picks from it.
 *
 * <p>{@link PoolView} holds at most 64 ranked, unlike {@link Candidate}s, so that a long list costs a connection nothing;
 * {@link Selector} is the whole of a failover strategy as a dial sees it, a pure function.
 */
@NullMarked
package org.byway.engine.choice;

import org.jspecify.annotations.NullMarked;
