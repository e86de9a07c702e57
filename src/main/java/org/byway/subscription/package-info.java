/**
 * From a source to the list: a file, an address, standard input or pasted text is read and merged into the profile.
 *
 * <p>The main type is {@link org.byway.subscription.ListImport}; it gives an {@link org.byway.subscription.ImportReport}
 * with what became of every line, as values that hold no secrets. Sources that refresh by themselves will live here too.
 *
 * <p>This room knows no format, which is the importers' work, and no way to store, which is the store's. Everything in it
 * blocks and belongs on a virtual thread.
 */
@NullMarked
package org.byway.subscription;

import org.jspecify.annotations.NullMarked;
