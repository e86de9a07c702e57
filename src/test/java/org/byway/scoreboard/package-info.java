/**
 * Strikes the upstream that carries the traffic and counts what programs see of it, through Byway and its peers side by side.
 *
 * <p>{@link org.byway.scoreboard.Scoreboard} is the program. A {@link org.byway.scoreboard.Round} puts an open load of
 * fetches by a {@link org.byway.scoreboard.Browser} on a {@link org.byway.scoreboard.Forwarder} over four faulty upstreams and
 * strikes a {@link org.byway.scoreboard.Fault} at a third of the time; a {@link org.byway.scoreboard.Column} is one figure of
 * what came out. All traffic stays on the loopback, bounded in number and time; the table is printed and nothing is kept.
 */
@NullMarked
package org.byway.scoreboard;

import org.jspecify.annotations.NullMarked;
