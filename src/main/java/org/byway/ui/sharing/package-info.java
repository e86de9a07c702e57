/**
 * Handing an entry on: its link as text and as a picture (QR code) for a phone.
 *
 * <p>{@link org.byway.ui.sharing.SharingView} shows both and says that passwords are in them. The picture is black on white
 * in either theme, since cameras want it so; it is saved only where a person asks for it, into a file of their own.
 */
@NullMarked
package org.byway.ui.sharing;

import org.jspecify.annotations.NullMarked;
