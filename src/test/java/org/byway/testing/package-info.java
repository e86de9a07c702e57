/**
 * The equipment that tests share: servers on the loopback with switchable tempers, upstreams answered by script, time that
 * passes only when a test says so, and the searches for secrets in logs and for lost buffers.
 */
@NullMarked
package org.byway.testing;

import org.jspecify.annotations.NullMarked;
