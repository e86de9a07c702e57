/**
 * Primitives that the JDK lacks, as pure functions: key derivation so far.
 *
 * <p>What the JDK has (ciphers, digests, MACs) is used where it is needed and not wrapped here. Nothing here knows a
 * protocol, a socket or a record of the model; nothing keeps state between two calls.
 */
@NullMarked
package org.byway.crypto;

import org.jspecify.annotations.NullMarked;
