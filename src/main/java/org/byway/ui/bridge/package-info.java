/**
 * Where the window meets the rest of the program: values come in, plain calls go out.
 *
 * <p>{@link org.byway.ui.bridge.Commands} is everything that the window may ask for; the wiring implements it. A
 * {@link org.byway.ui.bridge.Feed} brings a newest value, and {@link org.byway.ui.bridge.SnapshotPump} carries it onto
 * the JavaFX thread, where the screens get it through {@link org.byway.ui.bridge.ScreenView}. Nothing here waits, and
 * nothing here knows a particular screen.
 */
@NullMarked
package org.byway.ui.bridge;

import org.jspecify.annotations.NullMarked;
