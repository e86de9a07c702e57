/**
 * The screen for everybody: a large switch, one sentence, and three quiet lines of detail.
 *
 * <p>{@link org.byway.ui.home.HomeViewModel} turns a snapshot into texts; {@link org.byway.ui.home.HomeView} places
 * them. Rates are measured here, once a second and only while the screen is seen. No port, protocol or address is
 * needed to use this screen.
 */
@NullMarked
package org.byway.ui.home;

import org.jspecify.annotations.NullMarked;
