/**
 * Primitives that the JDK lacks, and those of its own that are needed in another form: hashes, key derivation, the steps of a
 * Noise handshake, sealed messages.
 *
 * <p>They are functions of their arguments. The few types that keep something do so for speed ({@code PacketCipher}) or
 * because the specification speaks of a state ({@code NoiseState}). Nothing here knows a protocol, a socket or a record of
 * the model.
 */
@NullMarked
package org.byway.crypto;

import org.jspecify.annotations.NullMarked;
