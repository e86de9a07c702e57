/**
 * The list as a table, for people who keep many: sort, use, delete with undo.
 *
 * <p>{@link org.byway.ui.endpoints.EndpointsViewModel} keeps one row for each entry and changes rows in place, by id, so
 * that selection, order and scroll survive every update; only rows on the screen cost anything. Status comes from the
 * snapshot and lies over the list.
 */
@NullMarked
package org.byway.ui.endpoints;

import org.jspecify.annotations.NullMarked;
