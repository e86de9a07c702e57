/**
 * Measures Byway beside the peers that are installed, in turn in the same run; every payload byte is checked.
 *
 * <p>{@link org.byway.bench.Benchmarks} is the program and the list of what is measured. A {@link org.byway.bench.Chain} is one
 * local proxy and what it leads to, a {@link org.byway.bench.Measurement} puts load on one and gives figures. All traffic
 * stays on the loopback, bounded in count and time. What counts is processor time of the proxy's own process: throughput of
 * the whole chain swings with everything else on the computer. Not a test: nothing here can fail a build.
 */
@NullMarked
package org.byway.bench;

import org.jspecify.annotations.NullMarked;
