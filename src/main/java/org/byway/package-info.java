/**
 * The door of the house: {@link org.byway.Launcher} decides between window and command,
 * {@code Wiring} constructs and joins everything.
 *
 * <p>Nothing here decides anything about traffic; a class that does belongs in a room below.
 */
@NullMarked
package org.byway;

import org.jspecify.annotations.NullMarked;
