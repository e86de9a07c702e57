/**
 * The way in: paste or drop a link or a list, open a file, or try the practice network.
 *
 * <p>The same screen greets at the first run and adds to the list later. What came of an import is told as one
 * sentence and, below it, a line for each line that could not be read; nothing that was pasted is lost before it has
 * been understood.
 */
@NullMarked
package org.byway.ui.imports;

import org.jspecify.annotations.NullMarked;
