/**
 * Text in foreign formats to entries of the list, and entries back to share links.
 *
 * <p>The main type is {@link org.byway.importer.ListImporter}, one per format; {@link org.byway.importer.Importers} is the
 * ordered list of them, and the only line touched for a new one. Every line that says anything gets a
 * {@link org.byway.importer.LineVerdict}: one bad line never costs a good one, and nothing here throws over what a person
 * pasted. Verdicts hold no secrets.
 *
 * <p>No file is opened here, nothing is fetched, and nothing is known of the stored list: merging belongs to
 * {@code subscription}.
 */
@NullMarked
package org.byway.importer;

import org.jspecify.annotations.NullMarked;
