/**
 * The nouns: destinations, secrets, entries of the list, settings. Records only, valid by construction.
 *
 * <p>The main type is {@link org.byway.model.ListEntry}: what a person sees and edits. Nothing here opens a
 * socket, reads a file or knows how anything is stored or shown.
 */
@NullMarked
package org.byway.model;

import org.jspecify.annotations.NullMarked;
