/**
 * What a person can choose, in groups: the look of the window, how local programs connect, how endpoints are chosen, how
 * servers are checked.
 *
 * <p>{@link org.byway.ui.settings.SettingsViewModel} knows what is kept and asks for changes; what is chosen from a few is
 * kept at once, what is typed when its button is pressed. What cannot be kept is said where it was asked for.
 */
@NullMarked
package org.byway.ui.settings;

import org.jspecify.annotations.NullMarked;
