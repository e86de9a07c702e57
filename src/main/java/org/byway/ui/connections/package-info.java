/**
 * The connections of local programs that are open now: where to, through what, how much; each can be closed.
 *
 * <p>{@link org.byway.ui.connections.ConnectionsViewModel} asks once a second, only while the screen is seen. Where programs
 * go is shown here and nowhere else: it is never written to a file, a log or the clipboard.
 */
@NullMarked
package org.byway.ui.connections;

import org.jspecify.annotations.NullMarked;
