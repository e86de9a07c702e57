/**
 * Puts a mixed load on the packaged Byway for as long as an argument says, and judges what became of it.
 *
 * <p>{@link org.byway.load.MixedLoad} is the program. {@link org.byway.load.Work} is what its workers do, over any
 * {@link org.byway.load.Opening}, through upstreams that die and come back; every byte is checked. All traffic stays on the
 * loopback, bounded in count and time. {@link org.byway.load.Vitals} of the process are sampled, and a
 * {@link org.byway.load.Trend} beyond its limit fails the run.
 */
@NullMarked
package org.byway.load;

import org.jspecify.annotations.NullMarked;
