/** Equipment of the window's tests: recorded commands, feeds and samples, and the pictures of the screens. */
@NullMarked
package org.byway.ui.testing;

import org.jspecify.annotations.NullMarked;
