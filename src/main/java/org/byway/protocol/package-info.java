/**
 * The protocols of upstreams, one sub-package each, and {@link org.byway.protocol.Protocols}, the one list of them.
 *
 * <p>A sub-package holds what turns its record of {@code model.endpoint} into an {@link org.byway.net.Upstream}. Siblings
 * never import each other, nor this package.
 */
@NullMarked
package org.byway.protocol;

import org.jspecify.annotations.NullMarked;
