/**
 * What this program is, which version, and whose work is in it under which licence.
 *
 * <p>{@link org.byway.ui.about.AboutView} shows it; the parts are lines of {@code parts.txt}, which a test compares with the
 * dependencies that ship.
 */
@NullMarked
package org.byway.ui.about;

import org.jspecify.annotations.NullMarked;
