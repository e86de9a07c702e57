/**
 * Controls that more than one screen uses: the switch, icons, the health mark, a line of notice.
 *
 * <p>They show values and report presses; they know no engine, no command and no screen. Icons are drawn for Byway, as
 * lines on a square of 24 units, listed in {@link org.byway.ui.control.Icon}. Every control that shows something by
 * shape or colour also carries it as accessible text.
 */
@NullMarked
package org.byway.ui.control;

import org.jspecify.annotations.NullMarked;
