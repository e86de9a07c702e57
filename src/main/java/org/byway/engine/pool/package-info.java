/**
 * The live list: its members with their health, and the strategies that order them.
 *
 * <p>{@link EndpointPool} is owned by the engine thread; what leaves it are views. {@link Strategy} is the list of all
 * strategies, each an {@link Order} in a class of its own.
 */
@NullMarked
package org.byway.engine.pool;

import org.jspecify.annotations.NullMarked;
