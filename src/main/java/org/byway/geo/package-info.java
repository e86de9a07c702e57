/**
 * In which country an address lies, asked of a table that is bundled: no question about it leaves the computer.
 *
 * <p>The main type is {@link org.byway.geo.CountryTable}. The table is made by {@code CountryTableMaker} in the tests from
 * the statistics of the Number Resource Organization (nro.net, CC BY 4.0): where an address is registered, which for a
 * rented server may be the country of its owner. Names are never resolved for it; what a name says by itself is read by
 * {@link org.byway.geo.CountryInName}.
 */
@NullMarked
package org.byway.geo;

import org.jspecify.annotations.NullMarked;
