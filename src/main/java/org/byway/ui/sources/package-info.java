/**
 * Where the entries of the list came from: files, addresses, pasted text; what the last reading of each gave.
 *
 * <p>{@link org.byway.ui.sources.SourcesView} shows them and reads one again or takes it away when a person asks for it;
 * nothing here is read by itself. The places are kept in the profile by {@code subscription}, and never shown: an address
 * may hold a token.
 */
@NullMarked
package org.byway.ui.sources;

import org.jspecify.annotations.NullMarked;
