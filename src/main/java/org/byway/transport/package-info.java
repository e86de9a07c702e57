/**
 * Byte streams carried inside others, one sub-package each; TLS so far.
 *
 * <p>A sub-package gives a {@link org.byway.net.StreamDialer} over another. Nothing here knows a proxy protocol.
 */
@NullMarked
package org.byway.transport;

import org.jspecify.annotations.NullMarked;
