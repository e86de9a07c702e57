/**
 * The list as a table, for people who keep many: sort, use, delete with undo.
 *
 * <p>{@link org.byway.ui.endpoints.EndpointsViewModel} keeps one row for each entry and changes rows in place, by id, so
 * that selection and keyboard survive every update; only rows on the screen cost anything. What has to look at every row
 * (another list, a search, an order) is done on another thread from values that do not change, {@code Rows} and
 * {@code Sight}, and shown in one step. Status comes from the snapshot and lies over the list.
 */
@NullMarked
package org.byway.ui.endpoints;

import org.jspecify.annotations.NullMarked;
