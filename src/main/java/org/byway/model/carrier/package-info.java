/**
 * How a stream is carried inside another, as values: what a person or a link says of TLS.
 *
 * <p>A record here is a component of records in {@code model.endpoint}, so it takes part in an endpoint's identity; {@code
 * transport} does what it says.
 */
@NullMarked
package org.byway.model.carrier;

import org.jspecify.annotations.NullMarked;
