/**
 * The window: screens, and the small visual language that they share.
 *
 * <p>Space comes in steps of 4: 8 inside a group, 16 between groups, 32 round a page; a page of text is at most 560 wide.
 * Type is the system's own font in four sizes: 0.85 for captions, 1 for text, 1.25 for what stands out, 1.6 for titles.
 * Sizes are written in em, so that a person's larger text enlarges everything. Colours are AtlantaFX's looked-up ones, never
 * literal: grey is quiet, accent asks for a press, success works, warning is in doubt, danger fails.
 * A state is never told by colour alone: each has its own shape or icon, and words. One accent button on a screen: the next
 * step. What changes, changes in place; only a sheet fades in (120 ms), and not where motion is reduced. Nothing runs by itself.
 * Deleting asks nothing and offers to undo. An error is a sentence where it happened, never a dialog.
 *
 * <p>A screen is a folder with a view and a view model; the view model runs without a toolkit. A screen imports only
 * {@code control}, {@code bridge} and its own folder, and {@code shell} lists the screens.
 */
@NullMarked
package org.byway.ui;

import org.jspecify.annotations.NullMarked;
