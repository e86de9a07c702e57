/**
 * What is known of one upstream from its own dials, streams and probes.
 *
 * <p>{@link Health} is the state that people see, {@link Score} and {@link Pace} are the numbers behind the choice: success and
 * first byte with decay, and how long to wait before somebody else is asked. Pure values but for the pace, which any
 * thread may ask.
 */
@NullMarked
package org.byway.engine.health;

import org.jspecify.annotations.NullMarked;
