/**
 * What happened, in sentences, newest first.
 *
 * <p>{@link org.byway.ui.activity.ActivityViewModel} adds only what is new, so that a line that is being read stays where
 * it is. Destinations never appear here: the engine does not put them into its events.
 */
@NullMarked
package org.byway.ui.activity;

import org.jspecify.annotations.NullMarked;
