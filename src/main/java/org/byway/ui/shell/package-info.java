/**
 * The window itself: the frame, the way between screens, the look and the language.
 *
 * <p>{@link org.byway.ui.shell.MainWindow} is what the program opens; {@link org.byway.ui.shell.Screen} names every
 * screen and is the only line to touch for a new one. A change of language builds the screens anew and feeds them the
 * newest values. What is pasted or dropped anywhere goes to the screen that takes it. The title of the window is the name of
 * the program and never more.
 */
@NullMarked
package org.byway.ui.shell;

import org.jspecify.annotations.NullMarked;
