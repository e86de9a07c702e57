/**
 * Byway as a person runs it, in a process of its own, between real programs: servers from Debian's packages behind it,
 * curl and a browser in front of it.
 *
 * <p>Tagged {@code real}: left out of {@code mvn verify}, run by {@code .ci/run}. A program that is not on the PATH skips
 * its tests and says so. Everything listens on loopback and is ended by its own process.
 */
@NullMarked
package org.byway.real;

import org.jspecify.annotations.NullMarked;
