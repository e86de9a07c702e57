/**
 * This computer's own network: which it is, whether it is down, whether the computer slept.
 *
 * <p>{@link NetworkWatch} tells an outage of our own from everybody's, so that nothing is held against servers;
 * {@link MemoryKeeper} keeps what was learned for each network by itself. The system is asked through
 * {@link NetworkSense}.
 */
@NullMarked
package org.byway.engine.network;

import org.jspecify.annotations.NullMarked;
