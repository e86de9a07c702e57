/**
 * The network that a computer is on, as a value that says nothing outside of its profile, and what was learned there.
 *
 * <p>The main type is {@link org.byway.model.network.NetworkIdentity}. Nothing here knows how a network is recognised, or
 * where what was learned is kept; no destination of a local program is ever part of it.
 */
@NullMarked
package org.byway.model.network;

import org.jspecify.annotations.NullMarked;
